using Analytics.Domain.Rounds;

namespace Analytics.Ingest.Checking.References;

/// <summary>What a text in a row refers to: one thing, or the rule it breaks with the message that says so. Kept for the next row.</summary>
internal sealed class Lookup<T> where T : class
{
    static readonly Text NoMessage = new("", "");

    public Lookup(T value) => (Value, Rule, Message) = (value, "", NoMessage);

    public Lookup(string rule, Text message) => (Rule, Message) = (rule, message);

    /// <summary>Null when nothing, or more than one thing, was found.</summary>
    public T? Value { get; }
    public string Rule { get; }
    public Text Message { get; }
}
