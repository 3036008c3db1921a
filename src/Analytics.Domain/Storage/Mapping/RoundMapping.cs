using Analytics.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Analytics.Domain.Storage.Mapping;

sealed class RoundMapping : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> builder)
    {
        builder.Ignore(r => r.Years);
        builder.HasIndex(r => r.Code).IsUnique();
        builder.HasOne<RegimeRow>().WithMany().HasForeignKey(r => r.RegimeId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class PositionMapping : IEntityTypeConfiguration<Position>
{
    public void Configure(EntityTypeBuilder<Position> builder) => builder.HasIndex(p => p.Code).IsUnique();
}

sealed class RegimeRowMapping : IEntityTypeConfiguration<RegimeRow>
{
    public void Configure(EntityTypeBuilder<RegimeRow> builder) => builder.HasKey(r => r.Id);
}

sealed class RuleVersionMapping : IEntityTypeConfiguration<RuleVersion>
{
    public void Configure(EntityTypeBuilder<RuleVersion> builder)
    {
        builder.HasOne<RegimeRow>().WithMany().HasForeignKey(r => r.RegimeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Round>().WithMany().HasForeignKey(r => r.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => r.RegimeId).IsUnique().HasFilter("to_version IS NULL AND round_id IS NULL");
        builder.HasIndex(r => r.RoundId).IsUnique().HasFilter("to_version IS NULL");
    }
}
