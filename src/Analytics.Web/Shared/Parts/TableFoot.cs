namespace Analytics.Web.Shared.Parts;

/// <summary>Under a table: how many rows, and the same rows as data. <c>&lt;partial name="_TableFoot" model="new TableFoot(30)" /&gt;</c></summary>
/// <param name="Table">Name of the table where a page has several: <c>?table=NAME&amp;format=csv</c>.</param>
sealed record TableFoot(int Rows, string? Table = null);
