using System.Text.RegularExpressions;

namespace KubeBuilderNet.Tests;

/// <summary>A project below samples/, and the commands that made it.</summary>
public sealed partial record SampleProject(string Name, IReadOnlyList<IReadOnlyList<string>> Commands)
{
    // What somebody wrote into a project after it was made.
    private static readonly Dictionary<string, string[]> ByHand = new(StringComparer.Ordinal)
    {
        ["HTTPClient"] =
        [
            "Api/V1Beta1/HTTPClient.cs",
            "Controllers/HTTPClientReconciler.cs",
            "Controllers/Workload.cs",
            "config/samples/apps_v1beta1_httpclient.yaml",
            "tests/httpclient.Tests/Controllers/HTTPClientReconcilerTests.cs",
        ],
    };

    public static IReadOnlyList<SampleProject> All { get; } = Read();

    public static SampleProject Of(string name) => All.Single(project => project.Name == name);

    public IReadOnlyList<string> WrittenByHand => ByHand.GetValueOrDefault(Name) ?? [];

    public string Folder => Checkout.PathOf("samples", Name);

    /// <summary>The files that the build and <c>kbnet build-installer</c> write, not the commands.</summary>
    public static bool IsGenerated(string path) => path.StartsWith("config/crd/bases/", StringComparison.Ordinal) || path is "config/rbac/role.yaml" or Installer;

    /// <summary>What <c>kbnet build-installer</c> writes; a sample that has it is kept with it.</summary>
    public const string Installer = "dist/install.yaml";

    /// <summary>The files of a folder but for what a build leaves in bin and obj; sorted, with '/'.</summary>
    public static IReadOnlyList<string> Files(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or ".git" or "TestResults"))
            .Order(StringComparer.Ordinal),
    ];

    public override string ToString() => Name;

    private static List<SampleProject> Read()
    {
        var projects = new List<SampleProject>();
        foreach (var line in File.ReadAllLines(Checkout.PathOf("samples", "commands.txt")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var words = Words().Matches(line).Select(word => word.Value.Replace("\"", "", StringComparison.Ordinal)).ToList();
            if (words.Count == 1)
                projects.Add(new SampleProject(words[0], []));
            else
                projects[^1] = projects[^1] with { Commands = [.. projects[^1].Commands, words] };
        }
        return projects;
    }

    [GeneratedRegex("""(?:[^\s"]|"[^"]*")+""")]
    private static partial Regex Words();
}
