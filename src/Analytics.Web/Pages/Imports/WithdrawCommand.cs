using Analytics.Domain.Storage;
using Analytics.Ingest.Loading;
using Analytics.Web.Access;
using MediatR;

namespace Analytics.Web.Pages.Imports;

/// <summary>Takes the current rows of an import back, for a viewer who may load for all their units.</summary>
sealed record WithdrawCommand(int Import, string Reason) : IRequest<WithdrawalOutcome>
{
    public sealed class Handler(Store store, TimeProvider time, CurrentViewer current) : IRequestHandler<WithdrawCommand, WithdrawalOutcome>
    {
        public Task<WithdrawalOutcome> Handle(WithdrawCommand request, CancellationToken cancellationToken)
        {
            var viewer = current.Required;
            // Publishing may take seconds, which no request thread should wait for.
            return Task.Run(() => new Withdrawal(store, time).Run(
                new WithdrawalRequest(request.Import, request.Reason, viewer.UserName, AllowedUnits: viewer.UnitsToLoadFor), cancellationToken), cancellationToken);
        }
    }
}
