namespace Analytics.Web.Briefings.Papers;

/// <summary>Blocks of a paper that stand on pages of one direction.</summary>
/// <remarks>
/// A <see cref="PaperBreak"/> before any other block turns the page the head stands on; breaks in a row count as the last of them, and
/// one at the end counts for nothing, so that no page is left empty.
/// </remarks>
sealed record PaperSection(bool Landscape, IReadOnlyList<PaperBlock> Blocks)
{
    /// <returns>The sections up to the signature, at least one, and those of the appendix.</returns>
    public static (IReadOnlyList<PaperSection> Signed, IReadOnlyList<PaperSection> Appendix) Of(Paper paper) =>
        (Of(paper.Blocks), paper.Appendix.Count == 0 ? [] : Of(paper.Appendix));

    static List<PaperSection> Of(IReadOnlyList<PaperBlock> blocks)
    {
        var sections = new List<(bool Landscape, List<PaperBlock> Blocks)> { (false, []) };
        foreach (var block in blocks)
            if (block is not PaperBreak turn) sections[^1].Blocks.Add(block);
            else if (sections[^1].Blocks.Count == 0) sections[^1] = (turn.Landscape, []);
            else sections.Add((turn.Landscape, []));
        if (sections.Count > 1 && sections[^1].Blocks.Count == 0) sections.RemoveAt(sections.Count - 1);
        return sections.ConvertAll(s => new PaperSection(s.Landscape, s.Blocks));
    }
}
