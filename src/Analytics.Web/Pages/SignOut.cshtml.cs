using Analytics.Domain.Access;
using Analytics.Web.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages;

/// <summary>Signs out on POST; a GET only asks, so that no foreign page can sign somebody out by a link.</summary>
sealed class SignOutModel(SignInManager<User> signIn, AuditTrail audit) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        audit.Record("sign-out", "/sign-out");
        await signIn.SignOutAsync();
        return LocalRedirect("/sign-in");
    }
}
