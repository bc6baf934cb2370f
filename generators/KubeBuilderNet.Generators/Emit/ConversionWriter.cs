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
            json.Name("webhook").StartObject();
            WebhookClientWriter.Write(json, webhook.Client);
            json.WriteTexts("conversionReviewVersions", webhook.ReviewVersions);
            json.EndObject();
        }
        json.EndObject();
    }
}
