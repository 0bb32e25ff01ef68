//! What is taken out of a text that somebody pastes, and what stays.

use patchbay_model::text::pasted::without_credentials;
use proptest::prelude::*;

/// In everything that is secret in these tests.
const SECRET: &str = "s3cr3tZ";

#[test]
fn takes_user_names_and_passwords_out_of_addresses() {
    for (pasted, left) in [
        ("https://oauth2:glpat-s3cr3tZ@host/g/p.git", "https://host/g/p.git"),
        ("https://user:s3cr3tZ@host.example", "https://host.example"),
        ("https://x-access-token:s3cr3tZ1@github.com/acme/app.git", "https://github.com/acme/app.git"),
        ("https://x-token-auth:s3cr3tZ@bitbucket.org/acme/app", "https://bitbucket.org/acme/app"),
        ("https://gitlab-ci-token:s3cr3tZ1@host/g/p.git", "https://host/g/p.git"),
        ("git clone https://private-token:s3cr3tZ1@host/g/p", "git clone https://host/g/p"),
        ("https://s3cr3tZ@host/g/p", "https://host/g/p"),
        ("https://:s3cr3tZ@host/g/p", "https://host/g/p"),
        ("https://user:@host/g/p", "https://host/g/p"),
        ("HTTPS://User:s3cr3tZ@Host/G/P", "HTTPS://Host/G/P"),
        ("http://user:s3cr3tZ@[::1]:8080/g/p", "http://[::1]:8080/g/p"),
        ("https://user:s3cr3tZ@host:8443/g/p?x=y#z", "https://host:8443/g/p?x=y#z"),
        ("ssh://git:s3cr3tZ@host:2222/g/p.git", "ssh://host:2222/g/p.git"),
        ("git+ssh://ann:s3cr3tZ@host/g/p.git", "git+ssh://host/g/p.git"),
        ("ftp://ann:s3cr3tZ@host", "ftp://host"),
        ("git clone https://user:s3cr3tZ@host/g/p.git", "git clone https://host/g/p.git"),
        (
            "git clone --depth 1 https://user:s3cr3tZ@host/g/p.git dir",
            "git clone --depth 1 https://host/g/p.git dir",
        ),
        ("\thttps://user:s3cr3tZ@host/g/p\n", "\thttps://host/g/p\n"),
        ("https://a:s3cr3tZ@h/1 https://b:s3cr3tZ@h/2", "https://h/1 https://h/2"),
        ("https://a:s3cr3tZ@h/1,https://b:s3cr3tZ@h/2", "https://h/1,https://h/2"),
        ("https://a:s3cr3tZ@h/1https://b:s3cr3tZ@h/2", "https://h/1https://h/2"),
        ("<https://a:s3cr3tZ@h/1>", "<https://h/1>"),
        ("url=\"https://a:s3cr3tZ@h/1\"", "url=\"https://h/1\""),
        ("//user:s3cr3tZ@host/g/p", "//host/g/p"),
        ("https:\\\\user:s3cr3tZ@host\\g\\p", "https:\\\\host\\g\\p"),
        ("https:/user:s3cr3tZ@host/g/p", "host/g/p"),
        ("user:s3cr3tZ@host:g/p.git", "host:g/p.git"),
        ("oauth2:s3cr3tZ@gitlab.com/g/p.git", "gitlab.com/g/p.git"),
        ("ann.lee:s3cr3tZ@gitlab.com", "gitlab.com"),
        ("user:s3cr3tZ@localhost", "localhost"),
        ("git clone user:s3cr3tZ@host:g/p.git", "git clone host:g/p.git"),
        // Passwords with characters that belong to an address.
        ("https://user:s3cr3tZ/more@host/g/p", "https://host/g/p"),
        ("https://user:s3cr3tZ#more@host/g/p", "https://host/g/p"),
        ("https://user:s3cr3tZ?more@host/g/p", "https://host/g/p"),
        ("https://user:s3cr3tZ@more@host/g/p", "https://host/g/p"),
        ("user:s3cr3tZ@more@host:g/p", "host:g/p"),
        ("https://user:s3cr3tZ%40more@host/g/p", "https://host/g/p"),
        ("https://user:ü-s3cr3tZ-ß@host/g/p", "https://host/g/p"),
        // Encoded as a whole, in part, or twice.
        ("https%3A%2F%2Foauth2%3As3cr3tZ%40host%2Fg%2Fp", "https://host/g/p"),
        ("https%3a%2f%2foauth2%3as3cr3tZ%40host%2fg%2fp", "https://host/g/p"),
        ("https://oauth2%3As3cr3tZ@host/g/p", "https://host/g/p"),
        ("https://oauth2:s3cr3tZ%40host/g/p", "https://host/g/p"),
        ("https%253A%252F%252Foauth2%253As3cr3tZ%2540host", "https://host"),
        (
            "https://login.example/?to=https%3A%2F%2Fu%3As3cr3tZ%40host",
            "https://login.example/?to=https://host",
        ),
        ("https://login.example/?to=https://u:s3cr3tZ@host", "https://login.example/?to=https://host"),
        // While it is being typed.
        ("https://user:s3cr3tZ", "https://user:"),
        ("https://user:s3cr3tZ/more", "https://user:"),
        ("git clone https://oauth2:s3cr3tZ", "git clone https://oauth2:"),
        // In a parameter.
        ("https://host/g/p?private_token=s3cr3tZ", "https://host/g/p?private_token="),
        ("https://host/g/p?a=1&access_token=s3cr3tZ&b=2#c", "https://host/g/p?a=1&access_token=&b=2#c"),
        ("https://host/?apiToken=s3cr3tZ;password=s3cr3tZ", "https://host/?apiToken=;password="),
        ("https://host/#access_token=s3cr3tZ", "https://host/#access_token="),
        ("https://host/%3Fprivate_token%3Ds3cr3tZ", "https://host/?private_token="),
        // Alone.
        ("glpat-s3cr3tZ0123456789", ""),
        ("token ghp_s3cr3tZ0123456789abcdef", "token "),
        ("https://host/glpat-s3cr3tZ-123456789.01.abc", "https://host/"),
        ("ATATT3xFfGF0s3cr3tZabcdefghijklmnopqrstuvwxyz_-0123456789=1234ABCD", ""),
        ("ATCTT3xFfGN0s3cr3tZabcdefghijklmnopqrstuvwxyz=ABCD1234", ""),
        ("ATBBs3cr3tZabcdefghijklmnopqrstuv12345678", ""),
        ("BBDC-s3cr3tZNzU2MDM5OTk5MTI0OnZ+ab/cd", ""),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJzM2NyM3RaIn0.s3cr3tZsignature-_123", ""),
        ("glagent-s3cr3tZ0123456789abcdefghij", ""),
        ("glimt-s3cr3tZ0123456789abc", ""),
        ("glffct-s3cr3tZ0123456789abc", ""),
        ("glrtr-s3cr3tZ0123456789abc", ""),
        ("GR1348941s3cr3tZ0123456789ab", ""),
        ("mycompany-glpat-s3cr3tZ0123456789", "mycompany-"),
        ("glpat-rotation,glpat-s3cr3tZ0123456789", "glpat-rotation,"),
        ("xoxa-2-s3cr3tZ0123456789", ""),
        ("xoxs-s3cr3tZ01234567890", ""),
        ("xoxe.xoxp-1-s3cr3tZ01234567890abcdef", ""),
        ("AIzaSys3cr3tZ0123456789abcdefghijklmnop", ""),
        ("123456789:AAs3cr3tZabcdefghijklmnopqrstuvwxyz", "123456789"),
        ("https://hooks.slack.com/services/T00000000/B00000000/s3cr3tZXXXXXXXXXXXXXXXXX", "https://"),
        ("https://discord.com/api/webhooks/123456789/s3cr3tZabcdef", "https://discord.com"),
        (
            "https://acme.webhook.office.com/webhookb2/s3cr3tZ-01@ab-12/IncomingWebhook/s3cr3tZ/x",
            "https://acme",
        ),
        // Behind a name.
        ("PRIVATE-TOKEN: s3cr3tZ", "PRIVATE-TOKEN: "),
        ("PRIVATE-TOKEN:s3cr3tZ", "PRIVATE-TOKEN:"),
        ("Private-Token=s3cr3tZ", "Private-Token="),
        ("JOB-TOKEN: s3cr3tZ", "JOB-TOKEN: "),
        ("Deploy-Token: s3cr3tZ", "Deploy-Token: "),
        ("X-Gitlab-Token: s3cr3tZ", "X-Gitlab-Token: "),
        ("DD-API-KEY: s3cr3tZ", "DD-API-KEY: "),
        ("Authorization: Bearer s3cr3tZ", "Authorization: "),
        ("authorization: basic czNjcjN0Wg==", "authorization: "),
        ("Proxy-Authorization: Basic s3cr3tZ\nHost: host", "Proxy-Authorization: \nHost: host"),
        ("Bearer s3cr3tZ0123456789abcdef", "Bearer "),
        ("Basic czNjcjN0WjpzM2NyM3Ra", "Basic "),
        ("Cookie: JSESSIONID=s3cr3tZ; _gitlab_session=s3cr3tZ", "Cookie: "),
        (
            "curl --header \"PRIVATE-TOKEN: s3cr3tZ\" \"https://host/api/v4/projects\"",
            "curl --header \"PRIVATE-TOKEN: \" \"https://host/api/v4/projects\"",
        ),
        ("curl -H 'PRIVATE-TOKEN: s3cr3tZ' https://host/p/5", "curl -H 'PRIVATE-TOKEN: ' https://host/p/5"),
        ("curl -H PRIVATE-TOKEN:s3cr3tZ https://host/p/5", "curl -H PRIVATE-TOKEN: https://host/p/5"),
        ("curl -H 'Authorization: Bearer s3cr3tZ' https://host", "curl -H 'Authorization: ' https://host"),
        ("curl -u admin:s3cr3tZ https://host/rest", "curl -u admin: https://host/rest"),
        ("curl --user admin:s3cr3tZ https://host", "curl --user admin: https://host"),
        ("curl -uadmin:s3cr3tZ https://host", "curl -uadmin: https://host"),
        ("curl -k -u 'admin:s3cr3tZ' https://host", "curl -k -u 'admin:' https://host"),
        ("curl --user=\"admin:s3cr3tZ\" https://host", "curl --user=\"admin:\" https://host"),
        ("curl --data 'password=s3cr3tZ' https://host", "curl --data 'password=' https://host"),
        ("curl -d '{\"password\":\"s3cr3tZ\"}' https://host", "curl -d '{\"password\":\"\"}' https://host"),
        ("wget --password=s3cr3tZ https://host/x", "wget --password= https://host/x"),
        (
            "git -c http.extraHeader='Authorization: Bearer s3cr3tZ' clone https://host/g/p",
            "git -c http.extraHeader='Authorization: ' clone https://host/g/p",
        ),
        ("GITLAB_TOKEN=s3cr3tZ glab repo view", "GITLAB_TOKEN= glab repo view"),
        ("export GITLAB_TOKEN=\"s3cr3tZ\"", "export GITLAB_TOKEN=\"\""),
        ("password = s3cr3tZ", "password = "),
        ("password: s3cr3tZ", "password: "),
        ("{\"token\": \"s3cr3tZ\", \"a\": 1}", "{\"token\": \"\", \"a\": 1}"),
        ("https://host/hook?sig=s3cr3tZ&a=1", "https://host/hook?sig=&a=1"),
        ("https://host?jwt=s3cr3tZ", "https://host?jwt="),
        ("https://host?a=1&X-Amz-Signature=s3cr3tZ", "https://host?a=1&X-Amz-Signature="),
        // As other tools write addresses.
        ("{\"url\":\"https:\\/\\/ann:s3cr3tZ@host\\/x\"}", "{\"url\":\"https:\\/\\/host\\/x\"}"),
        ("https:///ann:s3cr3tZ@host/x", "https:///host/x"),
        ("origin\thttps://oauth2:s3cr3tZ@host/g/p.git (push)", "origin\thttps://host/g/p.git (push)"),
        ("[remote](https://ann:s3cr3tZ@host/x)", "[remote](https://host/x)"),
    ] {
        let clean = without_credentials(pasted);
        assert_eq!(clean.as_deref(), Some(left), "{pasted}");
        assert!(!left.contains(SECRET));
    }
}

#[test]
fn takes_out_what_other_vendors_give_out() {
    for (pasted, left) in [
        ("npm_a8Kq2ZpW7xLr4TnV9bYc3HfJ6dMs1QeG5uXw", ""),
        (
            "//registry.npmjs.org/:_authToken=npm_a8Kq2ZpW7xLr4TnV9bYc3HfJ6dMs1QeG5uXw",
            "//registry.npmjs.org/:_authToken=",
        ),
        ("sk-a8Kq2ZpW7xLr4TnV9bYcT3BlbkFJ6dMs1QeG5uXw", ""),
        ("sk-proj-a8Kq2ZpW7xLr-4TnV9bYc_T3BlbkFJ6dMs1QeG5uXw", ""),
        ("sk-ant-api03-a8Kq2ZpW7xLr4TnV9bYc3HfJ6dMs1QeG5uXwAA", ""),
        ("sk_live_a8Kq2ZpW7xLr4TnV9bYc3HfJ", ""),
        ("rk_live_a8Kq2ZpW7xLr4TnV9bYc3HfJ", ""),
        ("dapi0a1b2c3d4e5f67890a1b2c3d4e5f6789", ""),
        ("hf_aKqZpWxLrTnVbYcHfJdMsQeGuXwAbCdEfG", ""),
        ("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", ""),
        ("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", ""),
        ("dop_v1_0a1b2c3d4e5f67890a1b2c3d4e5f67890a1b2c3d4e5f67890a1b2c3d4e5f6789", ""),
        ("SG.a8Kq2ZpW7xLr4TnV9bYc3H.fJ6dMs1QeG5uXwa8Kq2ZpW7xLr4TnV9bYc3HfJ6d", ""),
        ("pypi-AgEIcHlwaS5vcmcCJGE4S3EyWnBXN3hMcjRUblY5YlljM0hm", ""),
        ("rubygems_0a1b2c3d4e5f67890a1b2c3d4e5f67890a1b2c3d4e5f6789", ""),
        ("dckr_pat_a8Kq2ZpW7xLr4TnV9bYc3HfJ6dM", ""),
        ("hvs.a8Kq2ZpW7xLr4TnV9bYc3HfJ", ""),
        ("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", ""),
        ("ya29.a8Kq2ZpW7xLr4TnV9bYc3HfJ6dMs1QeG5uXw", ""),
        ("squ_0a1b2c3d4e5f67890a1b2c3d4e5f67890a1b2c3d", ""),
        ("glsa_a8Kq2ZpW7xLr4TnV9bYc3HfJ6dMs1QeG_0a1b2c3d", ""),
        ("lin_api_a8Kq2ZpW7xLr4TnV9bYc3HfJ6dMs1QeG5uXw", ""),
        ("sntrys_a8Kq2ZpW7xLr4TnV9bYc3HfJ6dMs1QeG5uXw", ""),
        ("xoxc-123456789012-a8Kq2ZpW7x", ""),
        ("xoxd-a8Kq2ZpW7xLr4TnV9bYc", ""),
        ("glrt-t1_a8Kq2ZpW7xLr4TnV9b", ""),
        ("gldt-a8Kq2ZpW7xLr4TnV9bYc", ""),
        ("glcbt-64_a8Kq2ZpW7xLr4TnV9bYc", ""),
        ("glsoat-a8Kq2ZpW7xLr4TnV9bYc", ""),
        ("gho_a8Kq2ZpW7xLr4TnV9bYc3HfJ6dMs1QeG5uXw", ""),
        (
            "export X=https://pypi-AgEIcHlwaS5vcmcCJGE4S3EyWnBXN3hMcjRUblY5@host/simple",
            "export X=https://host/simple",
        ),
        (
            "https://mattermost.example.com/hooks/a8kq2zpw7xlr4tnv9byc3hfj6d",
            "https://mattermost.example.com/",
        ),
        (
            "https://webexapis.com/v1/webhooks/incoming/Y2lzY29zcGFyazovL3VzL1dFQkhPT0svMTIz",
            "https://webexapis.com/v1/webhooks/",
        ),
    ] {
        assert_eq!(without_credentials(pasted).as_deref(), Some(left), "{pasted}");
    }
}

#[test]
fn takes_out_what_commands_and_files_sign_in_with() {
    for (pasted, left) in [
        (
            "machine gitlab.example.com login ann password s3cr3tZ",
            "machine gitlab.example.com login ann password ",
        ),
        ("machine h login ann password s3cr3tZ machine i", "machine h login ann password  machine i"),
        (
            "docker login -u ann -p s3cr3tZ registry.example.com",
            "docker login -u ann -p  registry.example.com",
        ),
        (
            "docker login --username ann --password s3cr3tZ host",
            "docker login --username ann --password  host",
        ),
        ("docker login -u ann -ps3cr3tZ host", "docker login -u ann -p "),
        ("helm registry login -u ann -p 's3cr3tZ' host", "helm registry login -u ann -p '' host"),
        ("mysql -u root -ps3cr3tZ shop", "mysql -u root -p shop"),
        ("mysqldump --password=s3cr3tZ shop", "mysqldump --password= shop"),
        ("sshpass -p s3cr3tZ ssh ann@host", "sshpass -p  ssh ann@host"),
        ("sshpass -p's3cr3tZ with blanks' ssh ann@host", "sshpass -p'' ssh ann@host"),
        ("glab auth login --token s3cr3tZ", "glab auth login --token "),
        ("vault write --client-secret s3cr3tZ x", "vault write --client-secret  x"),
        ("npm publish --api-key \"s3cr3tZ\"", "npm publish --api-key \"\""),
        ("password=\"two s3cr3tZ words\"", "password=\"\""),
        ("PASSWORD='two s3cr3tZ words' run", "PASSWORD='' run"),
        ("Server=db;User Id=ann;Pwd=s3cr3tZ;", "Server=db;User Id=ann;Pwd=;"),
        ("DB_PASS=s3cr3tZ", "DB_PASS="),
        ("passwd=s3cr3tZ", "passwd="),
        ("https://host/?user[password]=s3cr3tZ", "https://host/?user[password]="),
        ("https://host/?tokens[]=s3cr3tZ", "https://host/?tokens[]="),
        (
            "https://prod-12.westeurope.logic.azure.com:443/workflows/0a/triggers/manual/paths/invoke?sp=%2Ftriggers&sv=1.0&sig=s3cr3tZ-x_y",
            "https://prod-12.westeurope.logic.azure.com:443/workflows/0a/triggers/manual/paths/invoke?sp=%2Ftriggers&sv=1.0&sig=",
        ),
        (
            "https://app.azurewebsites.net/api/hook?code=a8Kq2ZpW7xLr/4TnV9bYc3HfJ6dMs1QeG5uXw==",
            "https://app.azurewebsites.net/api/hook?code=",
        ),
        ("https://host/a?key=a8Kq2ZpW7xLr4TnV9bYc3H&page=2", "https://host/a?key=&page=2"),
        (
            "DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=a8Kq2ZpW7xLr+4TnV9bYc3HfJ6dMs1Q==;",
            "DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=;",
        ),
        ("https://host/api%3Fkey%3Da8Kq2ZpW7xLr4TnV9bYc3H", "https://host/api?key="),
    ] {
        assert_eq!(without_credentials(pasted).as_deref(), Some(left), "{pasted}");
        assert!(!left.contains(SECRET));
    }
}

#[test]
fn leaves_everything_else_as_it_is() {
    for text in [
        "",
        "billing",
        "ann@example.org",
        "Ann Lee <ann@example.org>",
        "a@b",
        "mailto:ann@example.org",
        "@ann",
        "host@",
        "git@host:g/s/p.git",
        "ann@host:g/p.git",
        "ssh://git@host:2222/g/p.git",
        "git clone git@host:g/p.git",
        "https://host/g/p@v1.2",
        "https://host:8443/g/p@v1.2",
        "https://host:8443/@ann",
        "https://host:8443",
        "(https://host:8443), https://host:80.",
        "https://host:",
        "https://[::1]:8080/a@b",
        "https://[2001:db8::7]/g/p",
        "https://fe80::1/g/p",
        "https://{host}:{port}/g/p",
        "https://host1:1,https://host2:2",
        "https://host/search?q=a%40b",
        "https://host/a?page=2&sort=token",
        "https://host/a?token=",
        "https://host/gr%C3%BC%C3%9Fe",
        "100 % @home: 10:30@room",
        "app:1.0@sha256:abcdef",
        "registry.example.org/app:1.0@sha256:abcdef",
        "g/p:branch@{u}",
        "glpat-rotation",
        "a: b@c.d",
        "#30",
        "C++ & C#; x=y",
        "%",
        "%zz%4",
        "😀 ünïcode：＠",
        // Names the key of an AWS account, as a user name does.
        "AKIAIOSFODNN7EXAMPLE",
        "password reset",
        "token: rotate monthly",
        "secrets: the new service",
        "Password reset: PROJ-12",
        "bearer authentication service",
        "basic authentication-service-of-ann",
        "secret.example.org:8443",
        "token-service:8443",
        "https://tokens.example.org:8443/a",
        "git@secrets:group/p1",
        "g/tokens:8080",
        "PRIVATE-TOKEN: <your_access_token>",
        "PRIVATE-TOKEN: $TOKEN",
        "curl -u admin:$PASSWORD https://host",
        "curl --header \"PRIVATE-TOKEN: ${GITLAB_TOKEN}\" https://host",
        "token == `x`",
        "sort=token",
        "cookie=banner",
        "cookie-consent: v2",
        "design=1&keys=2",
        "https://host/a?key=PROJ&assignee=ann&code=7",
        "akiara-design-system-frontend",
        "/api/webhooks",
        "xoxb-short",
        "npm_package_version",
        "npm_internationalization",
        "sk-design-system-frontend-2024",
        "sk-slovakia",
        "task-runner/AcmeBillingService/AcmeFrontendApp",
        "disk-images/2024-01-15/AcmeBilling",
        "risk-management-dashboard",
        "dapi-gateway-service",
        "dapiAcmeBillingService",
        "hf_transformers_training_2024",
        "SG.Investment.Banking.Platform",
        "pypi-mirror-of-the-department",
        "rubygems_mirror_for_builds",
        "squad-frontend-team-alpha",
        "sqlalchemy-migrations-tool",
        "hooks/pre-commit-checks-for-all",
        "https://host/hooks/README.md",
        "webhooks/incoming/documentation",
        "git-hooks/0a1b",
        "glsa_dashboard",
        "https://host/a?key=AcmeBillingService",
        "https://host/a?key=PROJ-1234",
        "https://host/a?code=404&key=summary,assignee",
        "https://host/projects?sort_key=updated_at_desc_nulls_last",
        "https://host/a?ref=0a1b2c3d4e5f67890a1b2c3d4e5f67890a1b2c3d",
        "0a1b2c3d4e5f67890a1b2c3d4e5f67890a1b2c3d",
        "123e4567-e89b-12d3-a456-426614174000",
        "a8Kq2ZpW7xLr4TnV9bYc3H",
        "public-key: RSA 4096",
        "monkey=banana",
        "keycode=13",
        "zipcode=20095",
        "machine learning password reset",
        "login page -p",
        "docker login",
        "docker run -p 8080:80 nginx",
        "ssh -p 2222 ann@host",
        "mkdir -p group/project",
        "mysql -P 3306 shop",
        "mysql -p shop",
        "sql-p2p-login",
        "echo x | docker login --password-stdin registry.example.com",
        "vault --token-file /run/token",
        "docker login -p $PASSWORD host",
        "docker login --password \"$CI_JOB_TOKEN\" host",
        "--password <password>",
        "bypass=true",
        "compass=north",
        "password policy for machine accounts",
        "design: the signature page",
        "file:///srv/git/a@b",
    ] {
        assert_eq!(without_credentials(text), None, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_password_before_a_host_survives(
        before in "[a-z ,<]{0,8}",
        scheme in "(?i)(https?|ssh|git|ftp)",
        user in "[a-z0-9._%-]{0,8}",
        more in "[!-.0-9A-Z_a-z~]{0,6}",
        after in "(/[a-z]{1,5}){0,3}( [a-z]{1,5})?",
    ) {
        let word = before.trim_end_matches(|c| c != ' ');
        let text = format!("{word}{scheme}://{user}:s3cr3tZ{}@host.example{after}", more.replace(['"', '<', '>', '`'], ""));
        let clean = without_credentials(&text).expect("it has a password");
        prop_assert!(!clean.contains("s3cr3tZ"), "{text} -> {clean}");
        prop_assert!(clean.contains("host.example"), "{text} -> {clean}");
    }

    #[test]
    fn what_was_cleaned_is_clean(text in "\\PC{0,60}") {
        if let Some(clean) = without_credentials(&text) {
            prop_assert_eq!(without_credentials(&clean), None, "{}", text);
        }
    }

    #[test]
    fn cleaning_takes_out_and_never_fails(text in "([:/@%?&=#.a-f0-9 ]|%3A|%40|%2F){0,40}") {
        if let Some(clean) = without_credentials(&text) {
            prop_assert!(clean.len() <= text.len());
        }
    }
}

#[test]
fn what_commands_sign_in_with_never_stands_there_while_it_is_typed() {
    for (begin, secret) in [
        ("mysql -u root -p", "s3cr3tZ"),
        ("docker login -u ann -p ", "s3cr3tZ"),
        ("docker login --password ", "s3cr3tZ"),
        ("machine h login ann password ", "s3cr3tZ"),
        ("sshpass -p'", "s3 cr3tZ"),
        ("DB_PASS=", "s3cr3tZ"),
        ("https://host/hook?sig=", "s3cr3tZ"),
    ] {
        let mut field = String::new();
        for key in begin.chars().chain(secret.chars()) {
            field.push(key);
            if let Some(clean) = without_credentials(&field) {
                field = clean;
            }
        }
        assert_eq!(field, begin);
    }
}

#[test]
fn a_password_that_is_typed_never_stands_there() {
    let mut field = String::new();
    for key in "https://oauth2:glpat-secret!_~@host/g/p.git".chars() {
        field.push(key);
        if let Some(clean) = without_credentials(&field) {
            field = clean;
        }
        assert!(!field.contains("gl") && !field.contains("et"), "{field}");
    }
    assert_eq!(field, "https://host/g/p.git");
}
