using System.Security;

namespace KubeBuilderNet.Scaffolding.Xml;

/// <summary>Edits of MSBuild files. What isn't edited stays to the letter: white space, comments, line ends.</summary>
public static class MsBuildText
{
    /// <summary>The text with an item, unless there is one that includes the same.</summary>
    /// <param name="path">The file's name, for messages.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="item">The item, such as <c>PackageReference</c>.</param>
    /// <param name="include">What it includes.</param>
    /// <param name="version">Its version; null for none.</param>
    /// <exception cref="ScaffoldException">The file is no XML, or has nowhere to put it.</exception>
    public static string WithItem(string path, string text, string item, string include, string? version)
    {
        var xml = new XmlText(path, text);
        if (xml.Elements(item).Any(element => string.Equals((string?)element.Attribute("Include"), include, StringComparison.OrdinalIgnoreCase)))
            return text;
        var attribute = version is null ? "" : $" Version=\"{SecurityElement.Escape(version)}\"";
        var line = $"<{item} Include=\"{SecurityElement.Escape(include)}\"{attribute} />";
        var group = xml.Elements(item).FirstOrDefault()?.Parent;
        if (group is null)
            return xml.Append(xml.Root, $"<ItemGroup>\n  {line}\n</ItemGroup>");
        var next = group.Elements(item).FirstOrDefault(other => string.Compare((string?)other.Attribute("Include"), include, StringComparison.OrdinalIgnoreCase) > 0);
        return next is null ? xml.Append(group, line) : xml.InsertBefore(next, line);
    }

    /// <summary>The text with a property of the first property group, or without it.</summary>
    /// <param name="path">The file's name, for messages.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="name">The property.</param>
    /// <param name="value">Its value; null to take it out.</param>
    public static string WithProperty(string path, string text, string name, string? value)
    {
        var xml = new XmlText(path, text);
        var there = xml.Elements(name).FirstOrDefault(element => element.Parent?.Name.LocalName == "PropertyGroup");
        if (value is null)
            return there is null ? text : xml.Remove(there);
        if (there is not null)
            return there.Value == value ? text : xml.Replace(there, $"<{name}>{SecurityElement.Escape(value)}</{name}>");
        var group = xml.Elements("PropertyGroup").FirstOrDefault(element => element.Attribute("Condition") is null)
            ?? throw new ScaffoldException($"{path} has no PropertyGroup to put {name} into: add one");
        return xml.Append(group, $"<{name}>{SecurityElement.Escape(value)}</{name}>");
    }
}
