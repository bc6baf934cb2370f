using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Webhooks;

/// <summary>Reads where a webhook is from the properties that <c>[Conversion]</c> and the webhooks' attributes share.</summary>
internal static class WebhookClientParser
{
    /// <summary>The default of the path is for services.</summary>
    public static WebhookClient Read(AttributeData attribute, string? defaultPath)
    {
        var url = attribute.Named("Url") as string;
        return new WebhookClient(
            url,
            attribute.Named("Path") as string ?? (url is null ? defaultPath : null),
            attribute.Named("ServiceName") as string ?? "webhook-service",
            attribute.Named("ServiceNamespace") as string ?? "system",
            attribute.Named("ServicePort") as int?);
    }

    /// <summary>Whether API servers call it: with https, and without user, query and fragment.</summary>
    public static bool IsAllowed(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == "https"
        && address.UserInfo.Length + address.Query.Length + address.Fragment.Length == 0;
}
