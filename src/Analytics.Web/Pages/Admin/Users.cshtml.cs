using Analytics.Domain.Access;
using Analytics.Web.Access;
using Analytics.Web.Queries;
using Analytics.Web.Shared;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Web.Pages.Admin;

/// <summary>Who may sign in and what they may see; accounts are made, changed, locked here.</summary>
[Authorize(Policy = Policies.Administration)]
sealed class UsersModel(IMediator mediator, QueryContext context, CurrentViewer current, TimeProvider time) : PageModel
{
    /// <param name="Locked">Cannot sign in at the moment: locked by an administrator, or for a while after wrong passwords.</param>
    public sealed record Line(int Id, string UserName, IReadOnlyList<string> Roles, string Areas, string Language, bool Locked, bool ForGood);

    [FromQuery] public int? Id { get; set; }
    [FromQuery] public string? Done { get; set; }

    public IReadOnlyList<Line> Users { get; private set; } = [];
    public Line? Chosen => Users.FirstOrDefault(u => u.Id == Id);
    public UserForm Form { get; private set; } = new(null, null, null, "vi");
    public IReadOnlyDictionary<string, string> Mistakes { get; private set; } = new Dictionary<string, string>();
    /// <summary>Key of a text about the whole account.</summary>
    public string? Refused { get; private set; }
    /// <summary>Told in this answer and never again.</summary>
    public UserAnswer? Told { get; private set; }
    public int Self => current.Required.Id;

    public string PlaceName(string code) => context.Reference.Units.Versions(code) is [.., var unit] ? unit.Name : code;

    public IActionResult OnGet()
    {
        Load();
        if (Id is not null && Chosen is null) return NotFound();
        if (Chosen is { } user) Form = new(user.UserName, user.Roles, user.Areas, user.Language);
        return Page();
    }

    public async Task<IActionResult> OnPost([FromForm] UserForm form, CancellationToken ct)
    {
        Form = form;
        Mistakes = form.Mistakes(code => context.Reference.Units.Versions(code).Count > 0);
        return Answer(Mistakes.Count > 0 ? null : await mediator.Send(new SaveUserCommand(Id, form), ct));
    }

    public async Task<IActionResult> OnPostPassword(CancellationToken ct) => Answer(await mediator.Send(new ResetPasswordCommand(Id ?? 0), ct));

    public async Task<IActionResult> OnPostLock([FromForm] bool locked, CancellationToken ct) => Answer(await mediator.Send(new LockUserCommand(Id ?? 0, locked), ct));

    IActionResult Answer(UserAnswer? answer)
    {
        if (answer is { Mistake: null, Password: null }) return new SeeOther($"/admin/users?id={answer.Id}&done=saved");
        if (answer?.Mistake == "users.gone") return NotFound();
        if (answer?.Mistake is { } mistake)
        {
            if (mistake == "users.email-taken") Mistakes = new Dictionary<string, string> { ["email"] = mistake };
            else Refused = mistake;
        }
        if (answer?.Password is not null)
        {
            // The page that tells a password must not be kept anywhere.
            Response.Headers.CacheControl = "no-store";
            (Told, Id) = (answer, answer.Id);
        }
        Load();
        if ((Told is not null || Form.Email is null) && Chosen is { } user) Form = new(user.UserName, user.Roles, user.Areas, user.Language);
        return Page();
    }

    void Load()
    {
        var (db, now) = (context.Db, time.GetUtcNow());
        var roles = db.UserRoles.AsNoTracking().Join(db.Roles, r => r.RoleId, r => r.Id, (r, role) => new { r.UserId, role.Name }).AsEnumerable().ToLookup(r => r.UserId, r => r.Name ?? "");
        Users = db.Users.AsNoTracking().OrderBy(u => u.UserName).AsEnumerable()
            .Select(u => new Line(u.Id, u.UserName ?? "", Roles.All.Where(roles[u.Id].Contains).ToList(), u.Areas, u.Language, u.LockoutEnd > now, u.LockoutEnd > now.AddYears(1))).ToList();
    }
}
