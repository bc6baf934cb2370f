using KubeBuilderNet.Scaffolding.Applying;

namespace KubeBuilderNet.Scaffolding.Init;

/// <summary>The lines at the top of each C# file. They are kept where .NET tools look for them: <c>file_header_template</c> in .editorconfig.</summary>
public static class LicenseHeader
{
    /// <summary>The file that has them.</summary>
    public const string File = ".editorconfig";

    private const string Key = "file_header_template";
    private const string Section = "[*.cs]";

    /// <summary>The lines; none for the licence <c>none</c>.</summary>
    /// <exception cref="ScaffoldException">There is no such licence here, or its text can't be a header.</exception>
    public static IReadOnlyList<string> Make(LicenseOptions options)
    {
        var owner = options.Owner;
        if (owner.Any(char.IsControl))
            throw new ScaffoldException("--owner must be one line without control characters");
        if (options.Text is { } text)
            return OfFile(text);
        IReadOnlyList<string> copyright = owner.Length > 0 ? [$"Copyright {owner}."] : [];
        return options.License switch
        {
            "apache2" => [.. copyright, "SPDX-License-Identifier: Apache-2.0"],
            "copyright" when owner.Length == 0 => throw new ScaffoldException("--license copyright needs to know whose: pass --owner too"),
            "copyright" => [$"Copyright {owner}. All rights reserved."],
            "none" => [],
            _ => throw new ScaffoldException($"--license '{options.License}' is not known: use apache2, copyright or none"),
        };
    }

    /// <summary>The lines as a C# comment with an empty line below; empty for none.</summary>
    public static string AsComment(IReadOnlyList<string> lines) =>
        lines.Count == 0 ? "" : string.Concat(lines.Select(line => line.Length == 0 ? "//\n" : $"// {line}\n")) + "\n";

    /// <summary>The value of <c>file_header_template</c>: <c>\n</c> between lines.</summary>
    public static string AsTemplate(IReadOnlyList<string> lines) => string.Join("\\n", lines);

    /// <summary>The comment that a project's .editorconfig asks for; empty when it asks for none.</summary>
    public static string Of(IFileSystem files) => AsComment(files.FileExists(File) ? Read(files.ReadText(File)) : []);

    /// <summary>The lines that an .editorconfig asks for; none when it asks for none.</summary>
    public static IReadOnlyList<string> Read(string editorConfig)
    {
        foreach (var line in editorConfig.Split('\n'))
        {
            if (line.Split('=', 2, StringSplitOptions.TrimEntries) is [Key, var value] && value.Length > 0 && value != "unset")
                return value.Split("\\n");
        }
        return [];
    }

    /// <summary>The .editorconfig with other lines; none takes them out.</summary>
    public static string Write(string editorConfig, IReadOnlyList<string> header)
    {
        var newLine = editorConfig.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = editorConfig.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').ToList();
        var at = lines.FindIndex(line => line.Split('=', 2, StringSplitOptions.TrimEntries) is [Key, _]);
        if (at >= 0)
            lines.RemoveAt(at);
        var setting = $"{Key} = {AsTemplate(header)}";
        var section = lines.FindIndex(line => line.Trim() == Section);
        if (header.Count > 0 && at >= 0)
            lines.Insert(at, setting);
        else if (header.Count > 0 && section >= 0)
            lines.Insert(section + 1, setting);
        else if (header.Count > 0)
            lines.AddRange(["", Section, setting]);
        return string.Join(newLine, lines) + newLine;
    }

    // Comment signs around the lines are taken off: files of several languages get these lines.
    private static List<string> OfFile(string text)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Select(Bare).ToList();
        lines = [.. lines.Take(lines.FindLastIndex(line => line.Length > 0) + 1).SkipWhile(line => line.Length == 0)];
        return lines.Exists(line => line.Any(char.IsControl) || line.Contains("\\n", StringComparison.Ordinal))
            ? throw new ScaffoldException("--license-file must be lines of text, without control characters and without '\\n' in them")
            : lines;
    }

    private static string Bare(string line)
    {
        var bare = line.Trim();
        foreach (var sign in (string[])["/*", "*/", "//", "*", "#"])
        {
            if (bare.StartsWith(sign, StringComparison.Ordinal))
            {
                bare = bare[sign.Length..];
                break;
            }
        }
        return (bare.EndsWith("*/", StringComparison.Ordinal) ? bare[..^2] : bare).Trim();
    }
}
