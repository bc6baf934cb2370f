namespace KubeBuilderNet.Generators.Model;

/// <summary>What the project's build tells the generators.</summary>
/// <param name="WritesManifests">Whether manifests go into the assembly: an editor's builds check them, which parsing does, and need no text.</param>
/// <param name="WritesClients">Whether each group and version gets a client set and listers.</param>
/// <param name="RoleName">The name of the manager's role.</param>
/// <param name="RoleNamespace">The namespace of the manager's role; empty for a role of the whole cluster.</param>
/// <param name="Schemas">How much of the schemas is written.</param>
internal sealed record BuildOptions(bool WritesManifests, bool WritesClients, string RoleName, string RoleNamespace, SchemaOptions Schemas);
