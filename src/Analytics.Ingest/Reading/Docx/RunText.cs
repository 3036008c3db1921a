using System.Text;
using System.Xml;
using Analytics.Ingest.Reading.Packages;

namespace Analytics.Ingest.Reading.Docx;

/// <summary>The text of one cell: its paragraphs joined by a space, as a person reads them once all tracked changes are accepted.</summary>
internal static class RunText
{
    /// <summary>
    /// What holds no text of the table itself: deleted and moved-away text, drawings and text boxes with their stand-ins, readings
    /// above a word, settings.
    /// </summary>
    public static bool IsPassedOver(string element) => element is
        "del" or "moveFrom" or "drawing" or "pict" or "object" or "AlternateContent" or "rt" or "sdtPr" or "sectPr" or "pPr";

    /// <summary>Takes in what the element the reader stands on adds to the text; leaves its inside to the next call, unless it is passed over.</summary>
    public static void Add(XmlReader xml, StringBuilder text)
    {
        switch (xml.LocalName)
        {
            case "p" or "tab" or "br" or "cr":
                text.Append(' ');
                break;
            case "noBreakHyphen":
                text.Append('-');
                break;
            case "r":
                AddRun(xml, text);
                break;
        }
        PartText.Check(text.Length);
    }

    // A hidden run is known by its properties, which come first.
    static void AddRun(XmlReader xml, StringBuilder text)
    {
        var hidden = false;
        foreach (var element in xml.Elements())
        {
            if (element == "rPr")
                hidden |= IsHidden(xml);
            else if (IsPassedOver(element))
                PartText.SkipInside(xml);
            else if (element == "t" && !hidden)
                text.Append(PartText.ReadText(xml));
            else if (element != "r" && !hidden)
                Add(xml, text);
            PartText.Check(text.Length);
        }
    }

    static bool IsHidden(XmlReader xml)
    {
        var (depth, hidden) = (xml.Depth + 1, false);
        foreach (var element in xml.Elements())
        {
            if (element == "vanish" && xml.Depth == depth)
                hidden = IsOn(xml);
        }
        return hidden;
    }

    /// <summary>Whether a switch such as <c>w:vanish</c> is on: it is unless its value says no.</summary>
    public static bool IsOn(XmlReader xml) => Value(xml) is not ("0" or "false" or "off");

    /// <summary>The value of <c>w:val</c>, or null.</summary>
    public static string? Value(XmlReader xml) => xml.GetAttribute("val", xml.NamespaceURI);
}
