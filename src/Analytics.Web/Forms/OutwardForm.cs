using Analytics.Domain.Trends;
using Analytics.Web.Shared.Resources;

namespace Analytics.Web.Forms;

/// <summary>A form of the whole round as it may leave the house: without the figures of groups that are withheld.</summary>
sealed class OutwardForm(Texts texts)
{
    /// <summary>
    /// The last row is the whole round: it follows from the cities' sums as well as from the posts', and is withheld where
    /// neither are all given out.
    /// </summary>
    public FormTable Of(FormTable form, WithheldGroups withheld)
    {
        var rows = form.Rows.Select(r => r.Group is var (by, key) && withheld.Hides(by, key, key) ? r with { Withheld = true } : r).ToList();
        var total = withheld.HidesSomePost && withheld.HidesSomeCity;
        return rows.Any(r => r.Withheld) || total ? form with { Rows = rows, TotalWithheld = total, Notes = [.. form.Notes, texts["outward.form"]] } : form;
    }
}
