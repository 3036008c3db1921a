using Analytics.Domain.Storage;
using Analytics.Domain.Trends;
using Analytics.Web.Queries;
using MediatR;

namespace Analytics.Web.Pages.Rules;

/// <summary>Sets a rule and publishes what follows from it.</summary>
/// <returns>False: somebody else has set it meanwhile.</returns>
sealed record SetRuleCommand(RuleSetting Setting) : ICommand<bool>
{
    public sealed class Handler(Store store, TimeProvider time) : IRequestHandler<SetRuleCommand, bool>
    {
        // Publishing may take seconds, which no request thread should wait for.
        public Task<bool> Handle(SetRuleCommand request, CancellationToken cancellationToken) => Task.Run(() => Set(request.Setting), CancellationToken.None);

        bool Set(RuleSetting setting)
        {
            using (var writer = store.Write())
            {
                if (!setting.Keep(writer, time.GetUtcNow().UtcDateTime)) return false;
                writer.Commit();
            }
            TrendRefresh.Run(store, time);
            return true;
        }
    }
}
