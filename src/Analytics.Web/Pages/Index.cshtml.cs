using Analytics.Web.Access;
using Analytics.Web.Shared.Frame;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages;

sealed class IndexModel(CurrentViewer current, Navigation navigation) : PageModel
{
    public Viewer Viewer => current.Required;
    public bool HasJobs => navigation.Exists("/jobs") && Viewer.May(Policies.Jobs);
}
