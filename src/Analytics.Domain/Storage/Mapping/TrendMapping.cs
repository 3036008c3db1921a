using Analytics.Domain.Trends;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Analytics.Domain.Storage.Mapping;

sealed class SnapshotMapping : IEntityTypeConfiguration<Snapshot>
{
    public void Configure(EntityTypeBuilder<Snapshot> builder)
    {
        builder.HasKey(s => new { s.By, s.Key, s.Position, s.RoundId });
        builder.Ignore(s => s.Favourable);
        builder.HasIndex(s => new { s.RoundId, s.By });
        builder.HasOne<Rounds.Round>().WithMany().HasForeignKey(s => s.RoundId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class RoundParametersMapping : IEntityTypeConfiguration<RoundParameters>
{
    public void Configure(EntityTypeBuilder<RoundParameters> builder) => builder.HasKey(p => new { p.RoundId, p.Position });
}
