# Our wheel and its dependencies, nothing else; built on any base with Python 3.11 or later.
ARG BASE=python:3.11-slim-bookworm

FROM ${BASE} AS build
COPY . /src
RUN python3 -m venv /opt/kompetencebro \
 && /opt/kompetencebro/bin/pip install --no-cache-dir --constraint /src/constraints.txt '/src[neo4j]' \
 && /opt/kompetencebro/bin/pip uninstall --yes setuptools pip

FROM ${BASE}
RUN useradd --system --create-home --home-dir /var/lib/kompetencebro kompetencebro
COPY --from=build /opt/kompetencebro /opt/kompetencebro
ENV PATH="/opt/kompetencebro/bin:${PATH}" KOMPETENCEBRO_RECORDS=/var/lib/kompetencebro PYTHONUNBUFFERED=1
USER kompetencebro
WORKDIR /var/lib/kompetencebro
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["python3", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
ENTRYPOINT ["kompetencebro"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
