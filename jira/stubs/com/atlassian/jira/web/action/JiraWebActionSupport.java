package com.atlassian.jira.web.action;

/** Stands in for Jira's class while compiling, as far as it is used; not shipped. */
public class JiraWebActionSupport {
    protected String doExecute() throws Exception {
        return null;
    }
}
