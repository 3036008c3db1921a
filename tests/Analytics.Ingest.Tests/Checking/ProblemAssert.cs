using Analytics.Ingest.Checking;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Tests.Checking;

/// <summary>Asserts on what a check found, written as "row column rule".</summary>
static class ProblemAssert
{
    /// <summary>Every problem says something whole in both languages, and the two differ.</summary>
    public static void IsTold(Problem problem)
    {
        Assert.Matches("[.?]$", problem.MessageVi);
        Assert.Matches("[.?]$", problem.MessageEn);
        Assert.Contains(problem.MessageVi, c => c > 127);
        Assert.NotEqual(problem.MessageVi, problem.MessageEn);
    }

    extension(CheckedFile file)
    {
        /// <summary>Exactly these problems, in this order.</summary>
        public void Has(params string[] expected) => Assert.Equal(expected, file.Problems.Select(Place));

        /// <summary>Nothing found, and every row accepted.</summary>
        public void IsClean()
        {
            file.Has();
            Assert.Equal(0, file.BadRows);
            Assert.Equal(file.RowCount, file.Accepted());
        }

        /// <summary>These warnings and nothing else; every row accepted.</summary>
        public void Warns(params string[] expected)
        {
            file.Has(expected);
            Assert.All(file.Problems, p => Assert.Equal(Severity.Warning, p.Severity));
            Assert.Equal(file.RowCount, file.Accepted());
        }

        /// <summary>These errors and nothing else; as many rows accepted as have none.</summary>
        public void Refuses(params string[] expected)
        {
            file.Has(expected);
            Assert.All(file.Problems, p => Assert.Equal(Severity.Error, p.Severity));
            Assert.True(file.HasErrors);
            Assert.Equal(file.RowCount - file.BadRows, file.Accepted());
        }

        /// <summary>The only problem names each of these in both messages.</summary>
        public void Says(params string[] parts)
        {
            var problem = Assert.Single(file.Problems);
            Assert.All(parts, part => Assert.Contains(part, problem.MessageVi));
            Assert.All(parts, part => Assert.Contains(part, problem.MessageEn));
        }

        public int Accepted() =>
            file.Units.Count + file.Changes.Count + file.Positions.Count + file.Rounds.Count + file.Roster.Count + file.Results.Count;
    }

    static string Place(Problem problem) => string.Join(' ', new[] { problem.Row?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "file", problem.Column, problem.Rule }.Where(p => p is not null));
}
