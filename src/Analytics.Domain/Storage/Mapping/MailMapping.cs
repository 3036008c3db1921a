using Analytics.Domain.Mails;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Analytics.Domain.Storage.Mapping;

sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        // The same to the same once, whatever is run twice.
        builder.HasIndex(m => new { m.Kind, m.Recipient, m.Key }).IsUnique();
        builder.HasIndex(m => m.RetryAt).HasFilter("state = 0");
    }
}
