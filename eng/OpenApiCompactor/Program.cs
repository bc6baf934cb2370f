using System.IO.Compression;
using System.Text.Json.Nodes;
using KubeBuilderNet.OpenApiCompactor;

if (args is not [var input, var output])
{
    Console.Error.WriteLine("usage: dotnet run --project eng/OpenApiCompactor -- <openapi-v3.json.gz> <output>");
    return 1;
}

using var source = new GZipStream(File.OpenRead(input), CompressionMode.Decompress);
var schemas = JsonNode.Parse(source)!["components"]!["schemas"]!.AsObject();
KnownExceptions.Apply(schemas);
var types = ClassNames.Of(schemas.Select(schema => schema.Key));
var bytes = new ModelWriter(schemas, types).Write();
using (var target = new DeflateStream(File.Create(output), CompressionLevel.SmallestSize))
    target.Write(bytes);
Console.WriteLine($"{types.Count} types, {bytes.Length} bytes, {new FileInfo(output).Length} compressed");
return 0;
