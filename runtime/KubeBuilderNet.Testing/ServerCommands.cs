using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace KubeBuilderNet.Testing;

/// <summary>The command lines of the servers, and the files that they read.</summary>
internal sealed class ServerCommands
{
    private readonly string _assets;
    private readonly string _folder;
    private readonly int _client;
    private readonly int _peer;
    private readonly int _port;

    internal ServerCommands(string assets, string folder)
    {
        (_assets, _folder) = (assets, folder);
        (_client, _peer, _port) = FreePorts();
    }

    internal string Kubeconfig => At("kubeconfig");

    private string Etcd => $"http://127.0.0.1:{_client}";

    internal async Task WriteFilesAsync(CancellationToken cancellationToken)
    {
        using var key = RSA.Create(2048);
        await File.WriteAllTextAsync(At("sa.key"), key.ExportRSAPrivateKeyPem(), cancellationToken);
        await File.WriteAllTextAsync(At("tokens.csv"), "admin-token,admin,admin,system:masters\n", cancellationToken);
        await File.WriteAllTextAsync(Kubeconfig, $$"""
            apiVersion: v1
            kind: Config
            clusters:
            - name: local
              cluster:
                server: https://127.0.0.1:{{_port}}
                insecure-skip-tls-verify: true
            users:
            - name: admin
              user:
                token: admin-token
            contexts:
            - name: local
              context:
                cluster: local
                user: admin
            current-context: local

            """.ReplaceLineEndings("\n"), cancellationToken);
    }

    internal ServerProcess StartEtcd()
    {
        var peer = $"http://127.0.0.1:{_peer}";
        return Start("etcd", "--data-dir", At("etcd"), "--unsafe-no-fsync",
            "--listen-client-urls", Etcd, "--advertise-client-urls", Etcd,
            "--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer, "--initial-cluster", $"default={peer}");
    }

    internal ServerProcess StartApiServer(ApiServerOptions options) => options.Kind == ApiServerKind.CustomResources
        ? Start("crd-apiserver", [$"--etcd-servers={Etcd}", "--bind-address=127.0.0.1", $"--secure-port={_port}", $"--cert-dir={At("certs")}", .. options.ApiServerArguments])
        : Start("kube-apiserver", [$"--etcd-servers={Etcd}", "--bind-address=127.0.0.1", "--advertise-address=127.0.0.1",
            $"--secure-port={_port}", "--insecure-port=0", $"--cert-dir={At("certs")}", $"--token-auth-file={At("tokens.csv")}",
            "--authorization-mode=RBAC", "--service-cluster-ip-range=10.0.0.0/24", "--allow-privileged=true",
            "--service-account-issuer=https://kubernetes.default.svc", $"--service-account-key-file={At("sa.key")}",
            $"--service-account-signing-key-file={At("sa.key")}", "--disable-admission-plugins=ServiceAccount", .. options.ApiServerArguments]);

    internal ServerProcess StartControllerManager() => Start("kube-controller-manager", $"--kubeconfig={Kubeconfig}", "--leader-elect=false",
        "--port=0", "--secure-port=0", "--use-service-account-credentials=false", $"--service-account-private-key-file={At("sa.key")}",
        "--controllers=garbagecollector,namespace,deployment,replicaset,job,statefulset,endpoint,serviceaccount");

    private ServerProcess Start(string program, params IReadOnlyList<string> arguments)
    {
        var path = Path.Combine(_assets, OperatingSystem.IsWindows() ? program + ".exe" : program);
        return File.Exists(path)
            ? ServerProcess.Start(path, At(program + ".log"), arguments)
            : throw new InvalidOperationException($"{path} is missing: KUBEBUILDER_ASSETS must name a folder that has it.");
    }

    private string At(string name) => Path.Combine(_folder, name);

    // Held together until all are chosen, so that no two are the same.
    private static (int, int, int) FreePorts()
    {
        using TcpListener one = new(IPAddress.Loopback, 0), two = new(IPAddress.Loopback, 0), three = new(IPAddress.Loopback, 0);
        return (Port(one), Port(two), Port(three));
    }

    private static int Port(TcpListener listener)
    {
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
