using Microsoft.AspNetCore.Mvc;

namespace Analytics.Web.Shared;

/// <summary>303: look there, with a GET.</summary>
sealed class SeeOther(string location) : StatusCodeResult(StatusCodes.Status303SeeOther)
{
    public string Location { get; } = location;

    public override void ExecuteResult(ActionContext context)
    {
        context.HttpContext.Response.Headers.Location = Location;
        base.ExecuteResult(context);
    }
}
