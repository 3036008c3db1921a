namespace Analytics.Web.Shared.Parts;

/// <summary>One step of the way from the city down; the last one has no address. <c>&lt;partial name="_Breadcrumb" model="crumbs" /&gt;</c></summary>
sealed record Crumb(string Text, string? Href = null);

/// <summary>A state in which there is nothing to show, and the way out. <c>&lt;partial name="_EmptyState" model="…" /&gt;</c></summary>
sealed record EmptyState(string Title, string Text, string? Href = null, string? LinkText = null);
