using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Webhooks;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>How the webhook that converts between versions is reached.</summary>
internal static class ConversionChecks
{
    private const int CalledByWebhook = 1;
    private static readonly string[] OfService = ["ServiceName", "ServiceNamespace", "ServicePort", "Path"];
    private static readonly string[] ReviewVersions = ["v1", "v1beta1"];

    public static IEnumerable<(AttributeData Cause, Problem Problem)> Find(INamedTypeSymbol type, Schema schema) =>
        from attribute in type.Attributes("ConversionAttribute")
        let faults = attribute.Argument(0) is CalledByWebhook ? OfWebhook(attribute) : OfNone(attribute)
        from text in faults
        select (attribute, new Problem(DiagnosticDescriptors.InvalidConversion, [], text));

    private static IEnumerable<string> OfNone(AttributeData attribute) => attribute.NamedArguments.Length > 0
        ? [$"without a webhook, {attribute.NamedArguments[0].Key} does nothing; write ConversionStrategy.Webhook, or leave it out"]
        : [];

    private static IEnumerable<string> OfWebhook(AttributeData attribute)
    {
        if (attribute.Named("Url") is string url)
        {
            if (OfService.FirstOrDefault(name => attribute.NamedConstant(name) is not null) is { } name)
                yield return $"it has a Url and a {name}; a webhook is reached by a URL or by a service";
            if (!WebhookClientParser.IsAllowed(url))
                yield return $"its Url '{url}' isn't one such as 'https://example.com/convert': with https, and without user, query and fragment";
        }
        else
        {
            foreach (var text in Service(attribute))
                yield return text;
        }
        if (attribute.NamedConstant("ReviewVersions") is { IsNull: false, Kind: TypedConstantKind.Array } versions
            && !versions.Values.Any(version => ReviewVersions.Contains(version.Value as string)))
        {
            yield return "ReviewVersions has neither 'v1' nor 'v1beta1', and API servers know no other";
        }
        if (attribute.Named("CaBundle") is string bundle && !IsBase64(bundle))
            yield return "its CaBundle isn't base64 of PEM certificates";
    }

    private static IEnumerable<string> Service(AttributeData attribute)
    {
        if (attribute.Named("ServiceName") is "")
            yield return "its ServiceName is empty; name the service, or give a Url";
        if (attribute.Named("ServiceNamespace") is "")
            yield return "its ServiceNamespace is empty; name the namespace, or give a Url";
        if (attribute.Named("ServicePort") is int port and (< 0 or > 65535))
            yield return $"its ServicePort {JsonText.Number(port)} is none; ports are 1 to 65535";
        if (attribute.Named("Path") is string { Length: > 0 } path && path[0] != '/')
            yield return $"its Path '{path}' must begin with '/'";
    }

    private static bool IsBase64(string text)
    {
        try
        {
            return Convert.FromBase64String(text).Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
