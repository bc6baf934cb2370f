using System.Text.Json.Nodes;

namespace KubeBuilderNet.Client.Configuration;

/// <summary>A program that hands out credentials, as a kubeconfig's <c>exec</c> field describes it.</summary>
internal sealed record ExecPlugin(string ApiVersion, string Command, IReadOnlyList<string> Arguments,
    IReadOnlyList<KeyValuePair<string, string>> Environment, string? InstallHint)
{
    private const string ClusterExtension = "client.authentication.k8s.io/exec";

    /// <summary>Whether it may ask whoever sits at the terminal.</summary>
    internal bool MayAsk { get; private init; }

    /// <summary>Whether it can't do without.</summary>
    internal bool MustAsk { get; private init; }

    /// <summary>What it is told of the cluster; null when it isn't to know.</summary>
    internal JsonObject? Cluster { get; private init; }

    internal static ExecPlugin Read(KubeconfigNode exec, KubeconfigNode? cluster = null)
    {
        var apiVersion = exec.Text("apiVersion") ?? throw exec.Wrong("apiVersion", "is missing");
        if (apiVersion is not ("client.authentication.k8s.io/v1" or "client.authentication.k8s.io/v1beta1"))
            throw exec.Wrong("apiVersion", $"'{apiVersion}' is not known: it must be client.authentication.k8s.io/v1 or v1beta1");
        var command = exec.Text("command") ?? throw exec.Wrong("command", "is missing");
        // A relative path with a folder is relative to the kubeconfig; a bare name is looked up on the PATH.
        if (command.Contains('/', StringComparison.Ordinal) && !Path.IsPathRooted(command))
            command = Path.GetFullPath(command, Path.GetDirectoryName(Path.GetFullPath(exec.File))!);
        var environment = exec.Children("env").Select(variable => KeyValuePair.Create(
            variable.Text("name") ?? throw variable.Wrong("name", "is missing"), variable.Text("value") ?? ""));
        var mode = exec.Text("interactiveMode") ?? "IfAvailable";
        if (mode is not ("Never" or "IfAvailable" or "Always"))
            throw exec.Wrong("interactiveMode", $"'{mode}' is not known: it must be Never, IfAvailable or Always");
        return new ExecPlugin(apiVersion, command, exec.Texts("args"), [.. environment], exec.Text("installHint"))
        {
            MayAsk = mode != "Never",
            MustAsk = mode == "Always",
            Cluster = exec.Flag("provideClusterInfo") && cluster is not null ? Describe(cluster) : null,
        };
    }

    private static JsonObject Describe(KubeconfigNode cluster)
    {
        var about = new JsonObject { ["server"] = cluster.Text("server") };
        foreach (var field in (string[])["tls-server-name", "proxy-url"])
        {
            if (cluster.Text(field) is { } text)
                about[field] = text;
        }
        if (cluster.Flag("insecure-skip-tls-verify"))
            about["insecure-skip-tls-verify"] = true;
        if (KubeconfigConverter.Pem(cluster, "certificate-authority-data", "certificate-authority") is { } pem)
            about["certificate-authority-data"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(pem));
        if (cluster.Children("extensions").FirstOrDefault(one => one.Text("name") == ClusterExtension) is { } extension)
            about["config"] = extension.Json("extension");
        return about;
    }
}
