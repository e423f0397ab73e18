"""Errors of the service.

ServiceError
+ OntologyError            (ontology)  a release or a table of ours is missing or malformed
| + UnknownConceptError    (ontology)  a URI or code that this release does not have
+ IngestionError           (ingestion) a document cannot become a profile or a posting
| + UnreadableError        (ingestion) the file holds no text that we can read
+ StoreError               (graph)     the store refused a request or cannot be reached
| + UnknownRecordError     (graph)     no profile, posting or document under that id
| + StoreUnreachableError  (graph)     the store does not answer; what was asked may be asked again
+ RecordsError             (api)       the decision log cannot do what was asked
| + ErasedError            (api)       the profile's key is gone; nothing more is written about it, and nothing read
| + RestrictedError        (api)       the profile is kept and must not be used
| + ReasonError            (api)       a reason is none that can be kept
+ BordersError             (api)       a file of borders that a report cannot draw
+ AnalysisError            (graph)     a question about the labour market that has no meaning
+ SettingsError            (api)       a setting has a value that we do not know
+ AccessError              (api)       a request is not let in, or not to this
  + UnauthenticatedError   (api)       nobody is known to ask
  + IssuerUnreachableError (api)       the issuer of tokens does not answer
  + ForbiddenError         (api)       who asks may not
  | + ForeignPageError     (api)       the development mode was asked by another site's page
  | + UnseenProfileError   (api)       no such profile among those that the caller may see; also an UnknownRecordError
  + CaseReferenceError     (api)       a case reference is none that we keep
  + ReasonError            (api)       a reason is none that a citizen could be shown

A message names the thing, the value and the next step.
"""


class ServiceError(Exception):
    """Base of every error that this service raises on purpose."""


class OntologyError(ServiceError):
    """An ESCO release or one of our tables is missing or malformed."""


class UnknownConceptError(OntologyError):
    """A URI or a code that the live release does not have."""
