using System.Security.Cryptography;
using Analytics.Domain.Access;
using Analytics.Domain.Audit;
using Analytics.Domain.Storage;
using Analytics.Web.Access;
using Analytics.Web.Pages.FollowUp;
using Analytics.Web.Queries;
using Analytics.Web.Shared;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace Analytics.Web.Pages.Admin;

/// <summary>An account as typed.</summary>
sealed record UserForm(string? Email, IReadOnlyList<string>? Roles, string? Areas, string? Language)
{
    public IReadOnlyList<string> Chosen => Roles ?? [];

    /// <summary>What is wrong, by field: a key of a text.</summary>
    public IReadOnlyDictionary<string, string> Mistakes(Func<string, bool> isPlace)
    {
        var mistakes = new Dictionary<string, string>(StringComparer.Ordinal);
        var email = Typed.Line(Email);
        if (email.Length > 100 || !email.Contains('@', StringComparison.Ordinal) || email.StartsWith('@') || email.EndsWith('@') || email.Contains(' ', StringComparison.Ordinal)) mistakes["email"] = "users.email-wrong";
        if (Chosen.Count == 0 || Chosen.Any(r => !Domain.Access.Roles.All.Contains(r))) mistakes["roles"] = "users.roles-needed";
        var codes = LocalUnits.Codes(Areas ?? "");
        if (Chosen.Contains(Domain.Access.Roles.Local) && codes.Count == 0) mistakes["areas"] = "users.areas-needed";
        else if (codes.Any(c => !isPlace(c))) mistakes["areas"] = "users.areas-unknown";
        if (Language is not ("vi" or "en")) mistakes["language"] = "users.language-wrong";
        return mistakes;
    }
}

/// <summary>Makes an account, or changes the one of that id. A new one, and one whose password is set anew, gets a password that is told once.</summary>
/// <param name="Id">Null: a new account.</param>
sealed record SaveUserCommand(int? Id, UserForm Form) : ICommand<UserAnswer>;

/// <summary>Sets an account's password anew; whoever is signed in with it is signed out.</summary>
sealed record ResetPasswordCommand(int Id) : ICommand<UserAnswer>;

/// <summary>Keeps an account from signing in, or lets it again.</summary>
sealed record LockUserCommand(int Id, bool Lock) : ICommand<UserAnswer>;

/// <param name="Mistake">Key of a text; null when it was done.</param>
/// <param name="Password">To be told once.</param>
sealed record UserAnswer(int Id, string? Mistake, string? Password = null);

/// <summary>Changes accounts, so that somebody is always left to look after them.</summary>
sealed class UserHandlers(UserManager<User> users, AnalyticsDb db, IMediator mediator, CurrentViewer current, TimeProvider time)
    : IRequestHandler<SaveUserCommand, UserAnswer>, IRequestHandler<ResetPasswordCommand, UserAnswer>, IRequestHandler<LockUserCommand, UserAnswer>
{
    static readonly DateTimeOffset ForGood = DateTimeOffset.MaxValue;

    public async Task<UserAnswer> Handle(SaveUserCommand request, CancellationToken cancellationToken)
    {
        var (email, wanted) = (Typed.Line(request.Form.Email), request.Form.Chosen);
        var user = request.Id is { } id ? await users.FindByIdAsync(Text(id)) : new User { UserName = email };
        if (user is null) return new(0, "users.gone");
        if (await users.FindByNameAsync(email) is { } other && other.Id != user.Id) return new(user.Id, "users.email-taken");
        var held = request.Id is null ? [] : await users.GetRolesAsync(user);
        if (held.Contains(Roles.Admin) && !wanted.Contains(Roles.Admin) && await IsLastAdmin(user)) return new(user.Id, "users.last-admin");
        var was = request.Id is null ? null : user.UserName;
        (user.UserName, user.Email, user.EmailConfirmed, user.Language) = (email, email, true, request.Form.Language!);
        user.Areas = wanted.Contains(Roles.Local) ? string.Join(',', LocalUnits.Codes(request.Form.Areas ?? "")) : "";
        var password = request.Id is null ? NewPassword() : null;
        Expect(password is null ? await users.UpdateAsync(user) : await users.CreateAsync(user, password));
        if (wanted.Except(held).ToList() is { Count: > 0 } given) Expect(await users.AddToRolesAsync(user, given));
        if (held.Except(wanted).ToList() is { Count: > 0 } taken) Expect(await users.RemoveFromRolesAsync(user, taken));
        Record(request.Id is null ? "user-made" : "user-changed", user, string.Join('+', wanted));
        if (was is not null) await mediator.Send(new FollowAccountsCommand(was, email), cancellationToken);
        return new(user.Id, null, password);
    }

    public async Task<UserAnswer> Handle(ResetPasswordCommand request, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(Text(request.Id)) is not { } user) return new(0, "users.gone");
        var password = NewPassword();
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        Expect(await users.UpdateSecurityStampAsync(user));
        Record("user-password", user, "");
        return new(user.Id, null, password);
    }

    public async Task<UserAnswer> Handle(LockUserCommand request, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(Text(request.Id)) is not { } user) return new(0, "users.gone");
        if (request.Lock && (user.Id == current.Required.Id || await IsLastAdmin(user))) return new(user.Id, "users.last-admin");
        Expect(await users.SetLockoutEndDateAsync(user, request.Lock ? ForGood : null));
        if (request.Lock) Expect(await users.UpdateSecurityStampAsync(user));
        else Expect(await users.ResetAccessFailedCountAsync(user));
        Record(request.Lock ? "user-locked" : "user-unlocked", user, "");
        if (request.Lock) await mediator.Send(new FollowAccountsCommand(), cancellationToken);
        return new(user.Id, null);
    }

    async Task<bool> IsLastAdmin(User user)
    {
        var now = time.GetUtcNow();
        var admins = (await users.GetUsersInRoleAsync(Roles.Admin)).Where(a => !(a.LockoutEnd > now)).ToList();
        return admins.Exists(a => a.Id == user.Id) && admins.Count == 1;
    }

    /// <summary>Twenty letters and digits without those taken for one another, in groups: 99 bits, typed once.</summary>
    static string NewPassword()
    {
        const string Signs = "ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789";
        // The rules ask for one of each kind.
        while (true)
        {
            var signs = RandomNumberGenerator.GetString(Signs, 20);
            if (signs.Any(char.IsDigit) && signs.Any(char.IsUpper) && signs.Any(char.IsLower)) return string.Join('-', signs.Chunk(5).Select(c => new string(c)));
        }
    }

    void Record(string action, User user, string what)
    {
        db.Audit.Add(new AuditEntry { At = time.GetUtcNow().UtcDateTime, User = current.Required.UserName, Action = action, Target = $"user {Text(user.Id)} {what}".TrimEnd(), EntryKey = Guid.NewGuid().ToString("N") });
        db.SaveChanges();
    }

    static string Text(int id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    static void Expect(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join("; ", result.Errors.Select(e => e.Code)));
    }
}
