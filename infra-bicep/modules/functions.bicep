@description('Required. Name of the function app.')
param name string

@description('Required. Name of the plan.')
param planName string

@description('Required. Region.')
param location string

@description('Required. Tags of every resource.')
param tags object

@description('Required. Name of the service in azure.yaml that is deployed here.')
param serviceName string

@description('Required. Resource id of the app\'s identity.')
param identityId string

@description('Required. Address of the container with the deployment package.')
param deploymentContainerUri string

@description('Required. Settings of the app by name.')
param settings object

@description('Required. Most machines that run at once.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int

@description('Required. Memory of each machine in megabytes.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int

@description('Required. Machines for HTTP that are kept warm and paid for all the time.')
@minValue(0)
param alwaysReadyInstances int

@description('Required. How running machines are replaced at a deployment.')
param updateStrategy 'RollingUpdate' | 'Recreate'

@description('Required. Whether machines are spread over availability zones.')
param zoneRedundant bool

@description('Required. Subnet that calls go out through; empty for none.')
param subnetId string

@description('Required. Workspace that the logs go to.')
param workspaceId string

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true, zoneRedundant: zoneRedundant }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': serviceName })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: deploymentContainerUri
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        alwaysReady: alwaysReadyInstances > 0 ? [{ name: 'http', instanceCount: alwaysReadyInstances }] : []
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
      }
      #disable-next-line BCP037 // Documented from API version 2024-11-01 on, and absent from its published types.
      siteUpdateStrategy: { type: updateStrategy }
    }
    siteConfig: {
      appSettings: [for setting in items(settings): { name: setting.key, value: setting.value }]
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
    }
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
  }

  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: app
  properties: {
    workspaceId: workspaceId
    // Metrics only: the logs would repeat what Application Insights keeps already.
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Name of the function app.')
output name string = app.name

@description('Address of the function app.')
output uri string = 'https://${app.properties.defaultHostName}'
