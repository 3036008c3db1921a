namespace Analytics.Web.Jobs;

/// <summary>Work that each tick asks for. Needs no row in the ledger: what is to be done is found in the store.</summary>
interface IEachMinute
{
    /// <summary>Asks for the work and returns at once.</summary>
    void Enqueue();
}
