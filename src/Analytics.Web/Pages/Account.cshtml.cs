using Analytics.Domain.Access;
using Analytics.Web.Access;
using Analytics.Web.Audit;
using Analytics.Web.Hosting;
using Analytics.Web.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages;

/// <summary>One's own account: what it may see, its language, its password.</summary>
[RequestSizeLimit(RequestLimits.SignIn)]
sealed class AccountModel(UserManager<User> users, SignInManager<User> signIn, CurrentViewer current, AuditTrail audit) : PageModel
{
    const int LongestInput = 256;

    [FromQuery] public string? Done { get; set; }

    public Viewer Viewer => current.Required;

    /// <summary>Keys of texts, by field.</summary>
    public IReadOnlyDictionary<string, string> Mistakes { get; private set; } = new Dictionary<string, string>();

    public async Task<IActionResult> OnPostLanguage([FromForm] string? language)
    {
        if (language is not ("vi" or "en") || await Own() is not { } user) return NotFound();
        user.Language = language;
        await users.UpdateAsync(user);
        return new SeeOther($"/account?lang={language}&done=language");
    }

    public async Task<IActionResult> OnPostPassword([FromForm] string? old, [FromForm] string? wanted, [FromForm] string? again)
    {
        if (await Own() is not { } user) return NotFound();
        Mistakes = await Change(user, old ?? "", wanted ?? "", again ?? "");
        if (Mistakes.Count > 0) return Page();
        audit.Record("password", "/account");
        // Other sessions of the account end: the stamp is new. This one goes on.
        await signIn.RefreshSignInAsync(user);
        return new SeeOther("/account?done=password");
    }

    async Task<User?> Own() => await users.FindByNameAsync(Viewer.UserName);

    async Task<IReadOnlyDictionary<string, string>> Change(User user, string old, string wanted, string again)
    {
        if (wanted.Length > LongestInput || old.Length > LongestInput) return new Dictionary<string, string> { ["wanted"] = "account.too-long" };
        if (wanted != again) return new Dictionary<string, string> { ["again"] = "account.differs" };
        if (await users.IsLockedOutAsync(user)) return new Dictionary<string, string> { ["old"] = "sign-in.locked" };
        if (!await users.CheckPasswordAsync(user, old))
        {
            await users.AccessFailedAsync(user);
            return new Dictionary<string, string> { ["old"] = "account.old-wrong" };
        }
        return (await users.ChangePasswordAsync(user, old, wanted)).Succeeded ? new Dictionary<string, string>() : new Dictionary<string, string> { ["wanted"] = "account.weak" };
    }
}
