using System.CommandLine;
using Analytics.Domain.People;
using Analytics.Domain.Storage;
using Analytics.Ingest.Matching;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Ingest.Commands;

/// <summary><c>matches</c>: people who may be one, as a list to confirm; <c>matches same|different|reopen ID</c> answers.</summary>
static class MatchesCommand
{
    static readonly string[] Columns =
        ["match", "state", "reason", "name", "official_code", "born", "unit", "unit_name", "position", "other", "other_name", "other_code", "other_born", "other_unit", "other_unit_name", "other_position", "decided_by", "decided_at"];

    static readonly Option<bool> All = new("--all") { Description = "Also the ones that were answered" };
    static readonly Argument<int> Match = new("match") { Description = "Number of the question, as the list tells it" };

    public static Command Create()
    {
        var command = new Command("matches", "People who may be one and were not merged: print the list, or answer") { All, RowOutput.Format };
        command.SetWork(List);
        command.Add(Answer("same", "They are one person: the results of both stand under one", MatchState.Same));
        command.Add(Answer("different", "They are two people", MatchState.Different));
        command.Add(Answer("reopen", "Take an answer back", MatchState.Open));
        return command;
    }

    static Command Answer(string name, string description, MatchState state)
    {
        var command = new Command(name, description) { Match };
        command.SetWork((parse, ct) => Give(parse, state, ct));
        return command;
    }

    static int Give(ParseResult parse, MatchState state, CancellationToken ct)
    {
        var id = parse.GetValue(Match);
        var outcome = new MatchAnswer(StoreOptions.OpenToRead(parse), TimeProvider.System).Give(new MatchAnswerRequest(id, state, "command"), ct);
        switch (outcome.State)
        {
            case MatchAnswerState.UnknownMatch:
                throw new UsageException($"There is no question {id}; \"matches --all\" lists them. Nothing was done.");
            case MatchAnswerState.BothVoted:
                Console.Error.WriteLine($"Question {id}: both have a result in the same post of one unit in round {outcome.Round}, so they are two people. Withdraw one of the results first, if it is there twice. Nothing changed.");
                return Cli.Refused;
        }
        Console.WriteLine(outcome.State == MatchAnswerState.Unchanged
            ? $"Question {id}: said before. Nothing changed."
            : $"Question {id}: {Word(state)}; {(outcome.Results == 1 ? "1 result changes" : $"{outcome.Results} results change")} hands.");
        if (outcome.Version is { } version) Console.WriteLine($"  published as version {version}");
        if (outcome.Failure is null) return Cli.Done;
        Console.Error.WriteLine(outcome.Failure);
        return Cli.WrongUsage;
    }

    static int List(ParseResult parse, CancellationToken ct)
    {
        using var reader = StoreOptions.OpenToRead(parse).Read();
        var db = reader.Db;
        var reference = ReferenceData.Load(db);
        var all = parse.GetValue(All);
        var matches = db.PersonMatches.Where(m => all || m.State == MatchState.Open).OrderBy(m => m.Id).ToList();
        var people = matches.SelectMany(m => new[] { m.PersonId, m.OtherId }).Distinct().Chunk(400)
            .SelectMany(ids => db.Persons.Where(p => ids.Contains(p.Id)).ToList()).ToDictionary(p => p.Id);
        RowOutput.Write(parse.GetValue(RowOutput.Format)!, Columns, matches.ConvertAll(m =>
        {
            var (person, other) = (people[m.PersonId], people[m.OtherId]);
            var unit = reference.Units.ById(m.UnitId);
            var otherUnit = other.AnchorUnitId is { } id ? reference.Units.ById(id) : null;
            return new object?[]
            {
                m.Id, Word(m.State), Word(m.Reason), person.Name, person.OfficialCode, person.Born, unit?.Code, unit?.Name, reference.Position(m.PositionId)?.Code,
                other.Id, other.Name, other.OfficialCode, other.Born, otherUnit?.Code, otherUnit?.Name, other.AnchorPositionId is { } post ? reference.Position(post)?.Code : null,
                m.DecidedBy, m.DecidedAt,
            };
        }));
        return Cli.Done;
    }

    static string Word(MatchState state) => state.ToString().ToLowerInvariant();

    static string Word(MatchReason reason) => reason switch
    {
        MatchReason.OtherBirth => "other-birth",
        MatchReason.OtherCode => "other-code",
        MatchReason.OtherPost => "other-post",
        MatchReason.BirthYear => "birth-year",
        _ => "several",
    };
}
