using Analytics.Web.Briefings.Papers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Web.Briefings.Docx;

/// <summary>Settings of the whole file: margins that change sides on the back of a sheet, layout as Word does it since 2013.</summary>
static class DocxSettings
{
    public static Settings Of(PaperForm form, string language)
    {
        var settings = new Settings();
        if (form.Page.Mirrored) settings.AppendChild(new MirrorMargins());
        settings.Append(
            new DefaultTabStop { Val = (short)DocxPage.OfMm(form.Text.FirstLineMm) },
            new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
            new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
            new ThemeFontLanguages { Val = DocxText.Tag(language).Val });
        return settings;
    }
}
