using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Emit;

/// <summary>Writes the <c>conversion</c> of a definition.</summary>
internal static class ConversionWriter
{
    public static void Write(JsonWriter json, Conversion conversion)
    {
        json.Name("conversion").StartObject().Name("strategy").Value(conversion.Webhook is null ? "None" : "Webhook");
        if (conversion.Webhook is { } webhook)
        {
            json.Name("webhook").StartObject().Name("clientConfig").StartObject();
            WriteClient(json, webhook);
            json.EndObject();
            json.WriteTexts("conversionReviewVersions", webhook.ReviewVersions);
            json.EndObject();
        }
        json.EndObject();
    }

    private static void WriteClient(JsonWriter json, ConversionWebhook webhook)
    {
        if (webhook.CaBundle is not null)
            json.Name("caBundle").Value(webhook.CaBundle);
        if (webhook.Url is not null)
        {
            json.Name("url").Value(webhook.Url);
            return;
        }
        json.Name("service").StartObject().Name("name").Value(webhook.ServiceName).Name("namespace").Value(webhook.ServiceNamespace);
        if (webhook.Path.Length > 0)
            json.Name("path").Value(webhook.Path);
        if (webhook.ServicePort != 0)
            json.Name("port").Value(webhook.ServicePort);
        json.EndObject();
    }
}
