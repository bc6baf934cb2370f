using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Emit;

/// <summary>The built-in resources without a namespace: a Role of a namespace can't grant them.</summary>
internal static class ClusterScopedResources
{
    private static readonly HashSet<(string Group, string Resource)> All =
    [
        ("", "componentstatuses"), ("", "namespaces"), ("", "nodes"), ("", "persistentvolumes"),
        ("admissionregistration.k8s.io", "mutatingadmissionpolicies"), ("admissionregistration.k8s.io", "mutatingadmissionpolicybindings"),
        ("admissionregistration.k8s.io", "mutatingwebhookconfigurations"), ("admissionregistration.k8s.io", "validatingadmissionpolicies"),
        ("admissionregistration.k8s.io", "validatingadmissionpolicybindings"),
        ("admissionregistration.k8s.io", "validatingwebhookconfigurations"),
        ("apiextensions.k8s.io", "customresourcedefinitions"), ("apiregistration.k8s.io", "apiservices"),
        ("authentication.k8s.io", "selfsubjectreviews"), ("authentication.k8s.io", "tokenreviews"),
        ("authorization.k8s.io", "selfsubjectaccessreviews"), ("authorization.k8s.io", "selfsubjectrulesreviews"),
        ("authorization.k8s.io", "subjectaccessreviews"), ("certificates.k8s.io", "certificatesigningrequests"),
        ("certificates.k8s.io", "clustertrustbundles"), ("flowcontrol.apiserver.k8s.io", "flowschemas"),
        ("flowcontrol.apiserver.k8s.io", "prioritylevelconfigurations"), ("internal.apiserver.k8s.io", "storageversions"),
        ("networking.k8s.io", "ingressclasses"), ("networking.k8s.io", "ipaddresses"), ("networking.k8s.io", "servicecidrs"),
        ("node.k8s.io", "runtimeclasses"), ("rbac.authorization.k8s.io", "clusterroles"), ("rbac.authorization.k8s.io", "clusterrolebindings"),
        ("resource.k8s.io", "deviceclasses"), ("resource.k8s.io", "devicetaintrules"), ("resource.k8s.io", "resourceslices"),
        ("scheduling.k8s.io", "priorityclasses"), ("storage.k8s.io", "csidrivers"), ("storage.k8s.io", "csinodes"),
        ("storage.k8s.io", "storageclasses"), ("storage.k8s.io", "volumeattachments"), ("storage.k8s.io", "volumeattributesclasses"),
        ("storagemigration.k8s.io", "storageversionmigrations"),
    ];

    /// <summary>Whether a rule is about nothing else.</summary>
    public static bool HasOnly(PolicyRule rule) => rule.Groups.Count > 0 && rule.Resources.Count > 0
        && rule.Groups.All(group => rule.Resources.All(resource => All.Contains((group, resource.Split('/')[0]))));
}
