namespace KubeBuilderNet.Generators.Model;

/// <summary>Where a webhook is: at a URL, or at a path of a service. Null is left out.</summary>
internal sealed record WebhookClient(string? Url, string? Path, string ServiceName, string ServiceNamespace, int? Port)
{
    public string? CaBundle { get; init; }
}
