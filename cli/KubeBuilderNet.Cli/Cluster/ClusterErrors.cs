using System.Security.Authentication;
using KubeBuilderNet.Client.Configuration;
using KubeBuilderNet.Client.Errors;

namespace KubeBuilderNet.Cli.Cluster;

/// <summary>What an error of the client means to somebody at a command line.</summary>
internal static class ClusterErrors
{
    /// <summary>The line to show; null when the error is not one of a cluster.</summary>
    public static string? Explain(Exception e) => e switch
    {
        KubeconfigException => $"{e.Message} (see --kubeconfig and --context)",
        KubernetesApiException { Reason: StatusReason.Unauthorized } api =>
            $"the cluster doesn't know this user: {Sentence(api.Status.Message)} Log in again, or choose another --context",
        KubernetesApiException { Reason: StatusReason.Forbidden } api =>
            $"forbidden: {Sentence(api.Status.Message)} CRDs need a cluster administrator: ask for the right, or choose another --context",
        KubernetesApiException api => api.Message,
        HttpRequestException { InnerException: AuthenticationException inner } =>
            $"the cluster's certificate is not trusted: {Sentence(inner.Message)} Check certificate-authority in the kubeconfig",
        HttpRequestException http =>
            $"cannot reach the cluster: {http.Message.TrimEnd('.')}. Is it running? See --kubeconfig and --context",
        TimeoutException => e.Message,
        _ => null,
    };

    private static string Sentence(string text) => text.TrimEnd('.') + ".";
}
