namespace Analytics.Web.Charts;

/// <summary>The rows of a chart do not fit the picture even in the smallest letters: fewer rows or a larger picture do.</summary>
public sealed class TooManyRowsException(string message) : Exception(message);
