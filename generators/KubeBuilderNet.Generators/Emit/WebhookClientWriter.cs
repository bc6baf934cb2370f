using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Emit;

/// <summary>Writes where a webhook is: the <c>clientConfig</c> of conversions and of webhook configurations.</summary>
internal static class WebhookClientWriter
{
    public static void Write(JsonWriter json, WebhookClient client)
    {
        json.Name("clientConfig").StartObject();
        json.WriteText("caBundle", client.CaBundle);
        if (client.Url is not null)
            json.Name("url").Value(client.Url);
        else
            WriteService(json, client);
        json.EndObject();
    }

    private static void WriteService(JsonWriter json, WebhookClient client)
    {
        json.Name("service").StartObject().Name("name").Value(client.ServiceName).Name("namespace").Value(client.ServiceNamespace);
        json.WriteText("path", client.Path);
        json.WriteNumber("port", client.Port);
        json.EndObject();
    }
}
