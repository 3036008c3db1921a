using System.Reflection;
using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Analytics.Web.Tests;

/// <summary>The layers, told from the built assemblies.</summary>
public partial class ArchitectureTests
{
    static readonly System.Reflection.Assembly Domain = typeof(Analytics.Domain.Units.Unit).Assembly;
    static readonly System.Reflection.Assembly Ingest = typeof(Analytics.Ingest.Loading.Importer).Assembly;
    static readonly System.Reflection.Assembly Web = typeof(Program).Assembly;

    static readonly Architecture Built = new ArchLoader().LoadAssemblies(Domain, Ingest, Web).Build();

    static void MustNotKnow(string who, string what) =>
        Types().That().ResideInNamespaceMatching(who).Should().NotDependOnAnyTypesThat().ResideInNamespaceMatching(what).Check(Built);

    [Fact]
    public void Nothing_refers_upward()
    {
        Assert.DoesNotContain(Domain.GetReferencedAssemblies(), a => a.Name is "Analytics.Ingest" or "Analytics.Web");
        Assert.DoesNotContain(Ingest.GetReferencedAssemblies(), a => a.Name == "Analytics.Web");
        Assert.DoesNotContain(Domain.GetReferencedAssemblies(), a => a.Name!.StartsWith("Hangfire", StringComparison.Ordinal) || a.Name.StartsWith("ScottPlot", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Units"), InlineData("Rounds"), InlineData("Results"), InlineData("Statistics"), InlineData("Names")]
    public void The_model_knows_neither_the_database_nor_its_callers(string folder)
    {
        MustNotKnow($@"^Analytics\.Domain\.{folder}($|\.)", @"^Microsoft\.EntityFrameworkCore");
        MustNotKnow($@"^Analytics\.Domain\.{folder}($|\.)", @"^Analytics\.Domain\.(Storage|Trends|Coverage|Imports|Schedules|Briefings|Access|Audit)");
    }

    [Fact]
    public void Statistics_know_nothing_but_the_base_library() => MustNotKnow(@"^Analytics\.Domain\.Statistics", @"^(Analytics\.Domain\.(?!Statistics)|Microsoft)");

    [Fact]
    public void Charts_know_no_store_and_no_request()
    {
        MustNotKnow(@"^Analytics\.Web\.Charts", @"^Analytics\.(Domain|Ingest)");
        MustNotKnow(@"^Analytics\.Web\.Charts", @"^(Microsoft\.AspNetCore|MediatR|Microsoft\.EntityFrameworkCore)");
        MustNotKnow(@"^Analytics\.Web\.Charts", @"^Analytics\.Web\.(?!Charts)");
    }

    [Fact]
    public void No_page_builds_its_own_scope_filter()
    {
        var pages = Path.Combine(SolutionFolder(), "src", "Analytics.Web", "Pages");
        var offenders = Directory.EnumerateFiles(pages, "*.cs", SearchOption.AllDirectories)
            .Where(f => ScopeFilter().IsMatch(File.ReadAllText(f))).Select(Path.GetFileName);
        Assert.Empty(offenders);
    }

    [Fact]
    public void No_source_names_a_path_of_somebodys_machine()
    {
        var sources = new[] { "src", "tests", "benchmarks" }.Select(f => Path.Combine(SolutionFolder(), f)).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        Assert.Empty(sources.Where(f => MachinePath().IsMatch(File.ReadAllText(f))).Select(Path.GetFileName));
    }

    internal static string SolutionFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Analytics.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("Analytics.sln is in no folder above.");
        return folder.FullName;
    }

    [GeneratedRegex(@"Scope\.(UnitIds|AreaCodes)|IgnoreQueryFilters\(\)", RegexOptions.IgnoreCase)]
    private static partial Regex ScopeFilter();

    [GeneratedRegex("\"/(home|work|root|Users)/")]
    private static partial Regex MachinePath();
}
