namespace KubeBuilderNet.Scaffolding.Init;

/// <summary>The lines at the top of each C# file. They are kept where .NET tools look for them: <c>file_header_template</c> in .editorconfig.</summary>
public static class LicenseHeader
{
    private const string Key = "file_header_template";

    /// <summary>The lines; none for the licence <c>none</c>.</summary>
    /// <exception cref="ScaffoldException">There is no such licence here.</exception>
    public static IReadOnlyList<string> Make(string license, string owner)
    {
        if (owner.Any(char.IsControl))
            throw new ScaffoldException("--owner must be one line without control characters");
        IReadOnlyList<string> copyright = owner.Length > 0 ? [$"Copyright {owner}."] : [];
        return license switch
        {
            "apache2" => [.. copyright, "SPDX-License-Identifier: Apache-2.0"],
            "copyright" when owner.Length == 0 => throw new ScaffoldException("--license copyright needs to know whose: pass --owner too"),
            "copyright" => [$"Copyright {owner}. All rights reserved."],
            "none" => [],
            _ => throw new ScaffoldException($"--license '{license}' is not known: use apache2, copyright or none"),
        };
    }

    /// <summary>The lines as a C# comment with an empty line below; empty for none.</summary>
    public static string AsComment(IReadOnlyList<string> lines) =>
        lines.Count == 0 ? "" : string.Concat(lines.Select(line => $"// {line}\n")) + "\n";

    /// <summary>The value of <c>file_header_template</c>: <c>\n</c> between lines.</summary>
    public static string AsTemplate(IReadOnlyList<string> lines) => string.Join("\\n", lines);

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
}
