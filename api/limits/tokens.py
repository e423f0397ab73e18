"""Documents of so many tokens, comments among them, and no more; the parser ends at the first that is too many."""

from collections.abc import Iterator

from graphql import GraphQLSyntaxError, Lexer, Source, TokenKind
from strawberry.extensions import MaxTokensLimiter


class BoundedTokens(MaxTokensLimiter):
    """Says in a code that it was the count that a document failed by; the library's own says it in words only."""

    def on_parse(self) -> Iterator[None]:
        """Mark the error of a document that has too many."""
        yield
        for error in self.execution_context.pre_execution_errors or ():
            if isinstance(error, GraphQLSyntaxError) and self._is_of_the_count(error):
                error.extensions = {"code": "TOKENS_LIMIT", "limit": self.max_token_count}

    def _is_of_the_count(self, error: GraphQLSyntaxError) -> bool:
        """Whether as many tokens as there may be stand before the place of an error: any other comes sooner."""
        if error.source is None or not error.positions:
            return False
        return tokens_of(error.source.body[: min(error.positions)]) >= self.max_token_count


def tokens_of(text: str) -> int:
    """How many tokens a text that a parser went through begins with, comments among them."""
    lexer, found = Lexer(Source(text)), 0
    token = first = lexer.token
    try:
        while token.kind is not TokenKind.EOF:
            token = lexer.advance()
    except GraphQLSyntaxError:
        pass  # what the parser looked ahead to and could not read
    one = first.next
    while one is not None and one.kind is not TokenKind.EOF:
        found, one = found + 1, one.next
    return found
