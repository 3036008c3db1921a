using Analytics.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Analytics.Domain.Storage.Mapping;

sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => p.NameFolded);
        builder.HasIndex(p => p.OfficialCode).IsUnique();
    }
}

sealed class RosterEntryMapping : IEntityTypeConfiguration<RosterEntry>
{
    public void Configure(EntityTypeBuilder<RosterEntry> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasOne<Rounds.Round>().WithMany().HasForeignKey(r => r.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Units.Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Rounds.Position>().WithMany().HasForeignKey(r => r.PositionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.RoundId, r.UnitId, r.PositionId, r.OfficialKey }).IsUnique().HasFilter("to_version IS NULL");
    }
}

sealed class PersonMatchMapping : IEntityTypeConfiguration<PersonMatch>
{
    public void Configure(EntityTypeBuilder<PersonMatch> builder)
    {
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.OtherId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.PersonId, m.OtherId }).IsUnique();
        builder.HasIndex(m => m.State);
        builder.HasIndex(m => m.OfficialKey);
    }
}
