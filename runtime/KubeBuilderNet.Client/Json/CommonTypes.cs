using System.Text.Json;
using System.Text.Json.Serialization;
using KubeBuilderNet.Client.Dynamic;

namespace KubeBuilderNet.Client.Json;

/// <summary>
/// What KubernetesClient's context lacks, for where there is no reflection: what an <c>object</c> member was read as (<c>managedFields</c>
/// has one), objects of any kind, and the types in which their fields are read.
/// </summary>
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(Unstructured))]
[JsonSerializable(typeof(PartialObjectMetadata<Unstructured>))]
[JsonSerializable(typeof(short))]
[JsonSerializable(typeof(uint))]
[JsonSerializable(typeof(ulong))]
[JsonSerializable(typeof(float))]
[JsonSerializable(typeof(decimal))]
[JsonSerializable(typeof(TimeSpan))]
[JsonSerializable(typeof(DateTimeOffset))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(List<int>))]
[JsonSerializable(typeof(List<long>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class CommonTypes : JsonSerializerContext;
