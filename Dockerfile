# Our wheel and its dependencies, nothing else; built on any base with Python 3.11 or later.
# It runs as a user of its own, and writes to /var/lib/kompetencebro (kept), /run/kompetencebro and /tmp (memory) only.
ARG BASE=python:3.11-slim-bookworm

FROM ${BASE} AS build
# neo4j,otel,encoder: what else is installed
ARG EXTRAS=neo4j
COPY . /src
RUN python3 -m venv /opt/kompetencebro \
 && /opt/kompetencebro/bin/pip install --no-cache-dir --constraint /src/constraints.txt "/src[${EXTRAS}]" \
 && /opt/kompetencebro/bin/pip uninstall --yes setuptools pip

FROM ${BASE}
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/kompetencebro kompetencebro \
 && install --directory --owner kompetencebro --mode 0700 /run/kompetencebro
COPY --from=build /opt/kompetencebro /opt/kompetencebro
ENV PATH="/opt/kompetencebro/bin:${PATH}" \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    KOMPETENCEBRO_RECORDS=/var/lib/kompetencebro \
    KOMPETENCEBRO_CACHE=/var/lib/kompetencebro/cache \
    KOMPETENCEBRO_UPLOADS=/run/kompetencebro/uploads
USER kompetencebro
WORKDIR /var/lib/kompetencebro
EXPOSE 8000
STOPSIGNAL SIGTERM
# Whether it answers; /readyz says whether it can serve, which starting it anew would not mend.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["python3", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
ENTRYPOINT ["kompetencebro"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
