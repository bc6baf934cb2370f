namespace KubeBuilderNet.Client.Configuration;

/// <summary>A program that hands out credentials, as a kubeconfig's <c>exec</c> field describes it.</summary>
internal sealed record ExecPlugin(string ApiVersion, string Command, IReadOnlyList<string> Arguments,
    IReadOnlyList<KeyValuePair<string, string>> Environment, string? InstallHint)
{
    internal static ExecPlugin Read(KubeconfigNode exec)
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
        return new ExecPlugin(apiVersion, command, exec.Texts("args"), [.. environment], exec.Text("installHint"));
    }
}
