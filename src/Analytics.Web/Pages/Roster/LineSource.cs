using Analytics.Domain.People;

namespace Analytics.Web.Pages.Roster;

/// <summary>A line and the file it came from, for <c>_LineSource</c>.</summary>
sealed record LineSource(RosterEntry Entry, RosterSource Source);
