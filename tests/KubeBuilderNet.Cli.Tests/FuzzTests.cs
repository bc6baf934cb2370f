using CsCheck;
using KubeBuilderNet.Cli.Tests.Support;

namespace KubeBuilderNet.Cli.Tests;

public class FuzzTests
{
    private static readonly string[][] Verbs =
    [
        [], ["init"], ["create"], ["create", "api"], ["create", "webhook"], ["delete"], ["delete", "api"], ["delete", "webhook"], ["edit"], ["alpha"], ["alpha", "generate"],
        ["version"], ["completion"], ["completion", "bash"], ["import"], ["manifests"], ["generate"], ["build"], ["test"], ["run"], ["docker-build"], ["docker-push"],
        ["install"], ["uninstall"], ["deploy"], ["undeploy"], ["build-installer"],
    ];

    private static readonly string[] Flags =
    [
        "--domain", "--project-name", "--repo", "--namespace", "--owner", "--license", "--license-file", "--multigroup", "--namespaced", "--plugins", "--project-version",
        "--group", "--version", "--kind", "--plural", "--resource", "--no-resource", "--controller", "--no-controller", "--controller-name", "--short-name",
        "--external-api-path", "--external-api-domain", "--external-api-module", "--image", "--image-container-port", "--run-as-user", "--force", "--dry-run", "--diff",
        "--enable", "--disable", "--input-dir", "--output-dir", "--output", "--config", "--check", "--stdout", "--kubeconfig", "--context", "--timeout", "--overlay", "--no-manifests", "--platform", "--base-image", "--container-tool", "--from", "--keep-crds", "--ignore-not-found", "--wait", "--project", "--help", "--nope", "-x", "--", "-",
    ];

    private static readonly string[] Values =
    [
        "", " ", "v1", "V1", "Captain", "captain", "crew", "apps", "Deployment", "true", "false", "maybe", "-1", "99999999999999999999", "a/b", "../..", "/", "\\", "a@1.0.0", "*", "%s{0}",
        "名前", "a\nb", "a\0b", "\u202E", "'", "\"", "`", "$(x)", "[red]", "{{", "}}", "#", ": ", "- ", "null", "~", "no", "helm/v2-alpha", "deploy-image", "metrics", "NUL", "C:\\x", "a b",
        new string('x', 300),
    ];

    private static readonly Gen<string[]> CommandLines = Gen.Select(
        OneOf(Verbs),
        Gen.Select(OneOf(Flags), OneOf(Values), Gen.Int[0, 3]).Array[0, 6],
        (verb, flags) => verb.Concat(flags.SelectMany(Arguments)).ToArray());

    [Fact]
    public void No_command_line_leads_to_a_stack_trace()
    {
        using var project = new Shell { Variables = { ["KUBECONFIG"] = "no-such-file", ["PATH"] = "" } };
        project.Write("PROJECT", "version: \"3\"\nlayout: dotnet.kubebuilder.net/v1\nprojectName: a\nrepo: A\nresources:\n- {group: crew, version: v1, kind: Captain, api: {crdVersion: v1}}\n");
        using var empty = new Shell { Variables = { ["KUBECONFIG"] = "no-such-file", ["PATH"] = "" } };
        CommandLines.Sample(
            line =>
            {
                foreach (var shell in new[] { project, empty })
                {
                    var code = shell.Run([.. line, "--dry-run"]).GetAwaiter().GetResult();
                    Assert.True(code is 0 or 1 or 2, $"{Show(line)}: exit code {code}");
                    Assert.False(shell.Error.Contains("   at ", StringComparison.Ordinal) || shell.Error.Contains("unexpected:", StringComparison.Ordinal), $"{Show(line)}:\n{shell.Error}");
                    Assert.True((code == 0) == !shell.Error.Split('\n').Any(IsError), $"{Show(line)}: exit code {code} and\n{shell.Error}");
                }
            },
            iter: 3000, threads: 1);
    }

    private static Gen<T> OneOf<T>(T[] all) => Gen.Int[0, all.Length - 1].Select(index => all[index]);

    private static bool IsError(string line) => line.StartsWith("kbnet: ", StringComparison.Ordinal) && !line.StartsWith("kbnet: note:", StringComparison.Ordinal);

    private static IEnumerable<string> Arguments((string Flag, string Value, int Form) part) => part.Form switch
    {
        0 => [part.Flag],
        1 => [part.Flag, part.Value],
        2 => [$"{part.Flag}={part.Value}"],
        _ => [part.Value],
    };

    private static string Show(string[] line) => $"kbnet {string.Join(' ', line.Select(word => $"'{word}'"))} --dry-run";
}
